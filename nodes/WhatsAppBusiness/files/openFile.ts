import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { limitSize } from '../../graphApi/limitSize';
import type { Download } from '../../graphApi/download';
import { FileError } from '../../graphApi/errors/fileError';
import type { FilePart } from '../../graphApi/types';
import type { BinaryFile } from './binaryFile';
import { declaredMimeType, headLength, nameForType } from '../../shared/fileTypes';
import { peek } from './peek';
import type { InspectedFile, UploadFile } from './uploadFile';
import type { UrlFile } from './urlFile';
import { webmToOgg } from './webmToOgg';

export type BinaryHelpers = Pick<
	IExecuteFunctions['helpers'],
	'getBinaryStream' | 'getBinaryMetadata' | 'prepareBinaryData'
>;

/**
 * Bytes read at a time. Chunks live outside of JavaScript's heap, so the garbage collector sees few objects and lets
 * large ones pile up.
 */
const chunkSize = 16 * 1024;

/** A file of an item, ready to be sent. */
export interface FileStream extends FilePart {
	/** Bytes. */
	size: number;
}

/**
 * Opens a file of an item for reading, as a stream if n8n keeps it outside of memory.
 * @throws InputError when it is empty, too large for WhatsApp or of another type.
 */
export async function openFile(file: BinaryFile, helpers: BinaryHelpers): Promise<FileStream> {
	const { mimeType, size, isRepackaged } = await inspectFile(file, helpers);
	const about = { fileName: uploadName(file.data.fileName, mimeType), mimeType };
	const content = await fileContent(file.data, helpers);
	if (!isRepackaged) return { ...about, size, content };
	const repackaged = await repackage(content, file);
	return { ...about, size: repackaged.length, content: repackaged };
}

/** WhatsApp tells the type of a file from its name, too. */
function uploadName(name: string | undefined, mimeType: string): string {
	const stem = name?.toLowerCase().endsWith('.webm') ? name.slice(0, -'.webm'.length) : name;
	return nameForType(stem || 'file', mimeType);
}

/** @throws InputError when the WebM file holds no audio that WhatsApp could play. */
async function repackage(content: Readable | Buffer, file: UploadFile): Promise<Buffer> {
	const webm = Buffer.isBuffer(content) ? content : await buffer(content);
	const repackaged = await webmToOgg(webm);
	if (Buffer.isBuffer(repackaged)) return repackaged;
	throw file.notRepackaged(repackaged);
}

/** The content of binary data; n8n's filesystem and S3 modes keep it under an ID, its memory mode in the item. */
export async function fileContent(
	{ id, data }: IBinaryData,
	helpers: BinaryHelpers,
): Promise<Readable | Buffer> {
	return id ? await helpers.getBinaryStream(id, chunkSize) : Buffer.from(data, 'base64');
}

/**
 * The type of a file of an item, of which its content says more than its label, and its size in bytes.
 * @throws InputError when it is empty, too large for WhatsApp or of another type.
 */
export async function inspectFile(
	file: BinaryFile,
	helpers: BinaryHelpers,
): Promise<InspectedFile & { size: number }> {
	const size = file.size ?? (await helpers.getBinaryMetadata(file.data.id ?? '')).fileSize;
	if (size === 0) file.checkSize(size);
	const inspected = file.inspect(await readHead(file.data, helpers), file.data);
	file.checkSize(size, inspected);
	return { ...inspected, size };
}

/** As many characters of base64 as make the first bytes. */
const headCharacters = Math.ceil(headLength / 3) * 4;

async function readHead(data: IBinaryData, helpers: BinaryHelpers): Promise<Buffer> {
	if (!data.id) return Buffer.from(data.data.slice(0, headCharacters), 'base64');
	const { head, content } = await peek(
		await helpers.getBinaryStream(data.id, chunkSize),
		headLength,
	);
	content.destroy();
	return head;
}

/**
 * Opens a file on the web for reading. It is streamed, not stored.
 * @throws InputError when it is empty, too large for WhatsApp or of another type, RequestError when it can't be had.
 */
export async function openUrlFile(file: UrlFile, download: Download): Promise<FilePart> {
	const { content: body, size, ...source } = await download(file.url);
	unlessRefused(body, () => {
		if (declaredMimeType(source.mimeType) === undefined) return;
		const about = file.inspect(undefined, source);
		if (size !== undefined) file.checkSize(size, about);
	});
	const { head, content } = await peek(body, headLength);
	const inspected = unlessRefused(content, () => {
		if (head.length === 0) file.checkSize(0);
		const about = file.inspect(head, source);
		if (size !== undefined) file.checkSize(size, about);
		return about;
	});
	const { mimeType, isRepackaged } = inspected;
	const about = { fileName: uploadName(source.fileName, mimeType), mimeType };
	const checked = size === undefined ? limited(content, file, inspected) : content;
	if (!isRepackaged) return { ...about, size, content: checked };
	const repackaged = await repackage(checked, file);
	return { ...about, size: repackaged.length, content: repackaged };
}

// Destroys a stream that is not read because a check fails.
function unlessRefused<Result>(content: Readable, check: () => Result): Result {
	let passed = false;
	try {
		const result = check();
		passed = true;
		return result;
	} finally {
		if (!passed) content.destroy();
	}
}

// Ends the upload of a file whose size the server did not announce, if it is too large.
function limited(content: Readable, file: UrlFile, inspected: InspectedFile): Readable {
	return limitSize(content, inspected.maxBytes, () => {
		const { message: what, todo } = file.tooLargeWhileReading(inspected);
		return FileError.final(what, todo);
	});
}
