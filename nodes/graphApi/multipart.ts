import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import type { FilePart } from './types';

interface MultipartBody {
	headers: Record<string, string>;
	body: Readable;
}

/**
 * Builds a multipart/form-data body that is streamed, so that no file is held in memory whole.
 * The Content-Length is known when the size of every file is.
 */
export function multipart(form: Readonly<Record<string, string | FilePart>>): MultipartBody {
	const boundary = `----whatsapp-business-${randomUUID()}`;
	const heads = Object.entries(form).map(
		([name, part]) => [Buffer.from(partHead(boundary, name, part)), part] as const,
	);
	const tail = Buffer.from(`--${boundary}--\r\n`);

	async function* chunks(): AsyncGenerator<Buffer> {
		for (const [head, part] of heads) {
			yield head;
			if (typeof part === 'string') yield Buffer.from(part);
			else if (Buffer.isBuffer(part.content)) yield part.content;
			else for await (const chunk of part.content) yield chunk as Buffer;
			yield Buffer.from('\r\n');
		}
		yield tail;
	}

	const sizes = heads.map(([head, part]) => {
		const size = contentSize(part);
		return size === undefined ? undefined : head.length + size + 2;
	});
	const length = sizes.every((size) => size !== undefined)
		? sizes.reduce((sum, size) => sum + size, tail.length)
		: undefined;
	return {
		headers: {
			'content-type': `multipart/form-data; boundary=${boundary}`,
			...(length === undefined ? {} : { 'content-length': String(length) }),
		},
		body: Readable.from(chunks(), { objectMode: false }),
	};
}

function contentSize(part: string | FilePart): number | undefined {
	if (typeof part === 'string') return Buffer.byteLength(part);
	return Buffer.isBuffer(part.content) ? part.content.length : part.size;
}

function partHead(boundary: string, name: string, part: string | FilePart): string {
	const disposition = `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"`;
	if (typeof part === 'string') return `${disposition}\r\n\r\n`;
	return `${disposition}; filename="${quoted(part.fileName)}"\r\ncontent-type: ${headerValue(part.mimeType)}\r\n\r\n`;
}

// The three characters that could end the quoted value, as browsers escape them.
// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
function quoted(text: string): string {
	return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function headerValue(text: string): string {
	return text.replace(/[\r\n]/g, '');
}
