import type { ServerResponse } from 'node:http';

import { megabyte } from '../../shared/fileSize';
import type { HttpResponse } from '../../shared/httpResponse';

/** Larger responses are not kept, in bytes. */
const maximumSize = megabyte;

/**
 * Reads along what n8n will send as the response to a request, also when the sender has gone away by then.
 * @returns the response, or undefined if it is too large to keep.
 */
export function sentResponse(response: ServerResponse): Promise<HttpResponse | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	const read = (chunk: unknown, encoding: unknown) => {
		if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return;
		const bytes = Buffer.from(chunk as string, encoding as BufferEncoding);
		size += bytes.length;
		if (size <= maximumSize) chunks.push(bytes);
	};
	return new Promise((resolve) => {
		const { write, end } = response;
		response.write = (...parts: unknown[]) => {
			read(parts[0], parts[1]);
			return write.apply(response, parts as Parameters<typeof write>);
		};
		response.end = (...parts: unknown[]) => {
			read(parts[0], parts[1]);
			const text = Buffer.concat(chunks).toString('utf8');
			resolve(size > maximumSize ? undefined : { status: response.statusCode, text });
			return end.apply(response, parts as Parameters<typeof end>);
		};
	});
}
