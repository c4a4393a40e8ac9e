import type { Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { FilePart } from '../graphApi/types';
import type { BinaryFile } from './binaryFile';

export type BinaryHelpers = Pick<
	IExecuteFunctions['helpers'],
	'getBinaryStream' | 'getBinaryMetadata' | 'prepareBinaryData'
>;

/** A file of an item, ready to be sent. */
export interface FileStream extends FilePart {
	/** Bytes. */
	size: number;
}

/**
 * Opens a file of an item for reading, as a stream where n8n keeps it outside memory.
 * @throws InputError when it is empty or larger than WhatsApp takes.
 */
export async function openFile(file: BinaryFile, helpers: BinaryHelpers): Promise<FileStream> {
	return {
		fileName: file.data.fileName ?? 'file',
		mimeType: file.mimeType,
		size: await checkedSize(file, helpers),
		content: await fileContent(file.data, helpers),
	};
}

/** The content of binary data; n8n's filesystem and S3 modes keep it under an ID, its memory mode in the item. */
export async function fileContent(
	{ id, data }: IBinaryData,
	helpers: BinaryHelpers,
): Promise<Readable | Buffer> {
	return id ? await helpers.getBinaryStream(id) : Buffer.from(data, 'base64');
}

/**
 * The size of a file of an item in bytes.
 * @throws InputError when it is empty or larger than WhatsApp takes.
 */
export async function checkedSize(file: BinaryFile, helpers: BinaryHelpers): Promise<number> {
	const { id, data } = file.data;
	const size = id
		? (await helpers.getBinaryMetadata(id)).fileSize
		: Buffer.byteLength(data, 'base64');
	file.checkSize(size);
	return size;
}
