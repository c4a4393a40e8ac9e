import { Readable } from 'node:stream';

import type { FilePart, GraphRequest } from '../../types';

/** The file of a multipart form as the body of the request: its bytes, with their type. */
export function bytesOf({ form }: Pick<GraphRequest, 'form'>): GraphRequest['stream'] {
	const file = Object.values(form ?? {}).find((part): part is FilePart => typeof part === 'object');
	if (!file) return undefined;
	const { content, size, mimeType } = file;
	return {
		content: Buffer.isBuffer(content) ? Readable.from([content]) : content,
		size: Buffer.isBuffer(content) ? content.length : size,
		headers: { 'content-type': mimeType },
	};
}
