import { Readable } from 'node:stream';

import type { IBinaryData } from 'n8n-workflow';

import type { FilePart, GraphRequest } from '../../graphApi/types';
import { Placeholder } from '../placeholder';
import { fileContent } from './openFile';
import type { BinaryHelpers } from './openFile';
import type { FileTools } from './placeholders';

/** Binary data of the item, and the name under which it has it. */
interface NamedBinary {
	property: string;
	data: IBinaryData;
}

/** A file in a form that no rule of WhatsApp applies to, opened when the request is sent. */
export class AnyFile extends Placeholder<FileTools, FilePart> {
	constructor(private readonly file: NamedBinary) {
		super();
	}

	async resolve({ helpers }: FileTools): Promise<FilePart> {
		return await open(this.file, helpers);
	}

	toJSON(): string {
		return `<binary '${this.file.property}'>`;
	}
}

/** The same as the whole body of a request. */
export class AnyFileStream extends Placeholder<FileTools, NonNullable<GraphRequest['stream']>> {
	constructor(private readonly file: NamedBinary) {
		super();
	}

	async resolve({ helpers }: FileTools): Promise<NonNullable<GraphRequest['stream']>> {
		const { content, size, mimeType } = await open(this.file, helpers);
		return {
			content: Buffer.isBuffer(content) ? Readable.from([content]) : content,
			size,
			headers: { 'content-type': mimeType.replace(/[\r\n]/g, '') },
		};
	}

	toJSON(): string {
		return `<binary '${this.file.property}'>`;
	}
}

async function open(
	{ data }: NamedBinary,
	helpers: BinaryHelpers,
): Promise<FilePart & { size: number }> {
	const { id, fileName = 'file', mimeType } = data;
	const size = id
		? (await helpers.getBinaryMetadata(id)).fileSize
		: Buffer.byteLength(data.data, 'base64');
	return { fileName, mimeType, size, content: await fileContent(data, helpers) };
}
