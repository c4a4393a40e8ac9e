import type { Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { limitSize } from '../../graphApi/limitSize';
import type { Download } from '../../graphApi/download';
import { FileError } from '../../graphApi/errors/fileError';
import type { FilePart } from '../../graphApi/types';
import type { BinaryFile } from './binaryFile';
import { declaredMimeType, headLength, nameForType } from '../../shared/fileTypes';
import { peek } from './peek';
import type { InspectedFile } from './uploadFile';
import type { UrlFile } from './urlFile';

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
	const { mimeType, size } = await inspectFile(file, helpers);
	return {
		fileName: file.data.fileName ?? nameForType('file', mimeType),
		mimeType,
		size,
		content: await fileContent(file.data, helpers),
	};
}

/** The content of binary data; n8n's filesystem and S3 modes keep it under an ID, its memory mode in the item. */
export async function fileContent(
	{ id, data }: IBinaryData,
	helpers: BinaryHelpers,
): Promise<Readable | Buffer> {
	return id ? await helpers.getBinaryStream(id, chunkSize) : Buffer.from(data, 'base64');
}

/**
 * The type of a file of an item, from its content if n8n does not know it, and its size in bytes.
 * @throws InputError when it is empty, too large for WhatsApp or of another type.
 */
export async function inspectFile(
	file: BinaryFile,
	helpers: BinaryHelpers,
): Promise<{ mimeType: string; size: number }> {
	const size = file.size ?? (await helpers.getBinaryMetadata(file.data.id ?? '')).fileSize;
	if (size === 0) file.checkSize(size);
	const head = file.needsHead ? await readHead(file.data, helpers) : undefined;
	const inspected = file.inspect(head, file.data);
	file.checkSize(size, inspected);
	return { mimeType: inspected.mimeType, size };
}

async function readHead(data: IBinaryData, helpers: BinaryHelpers): Promise<Buffer> {
	const file = await fileContent(data, helpers);
	if (Buffer.isBuffer(file)) return file.subarray(0, headLength);
	const { head, content } = await peek(file, headLength);
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
	return {
		fileName: source.fileName ?? nameForType('file', inspected.mimeType),
		mimeType: inspected.mimeType,
		size,
		content: size === undefined ? limited(content, file, inspected) : content,
	};
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
