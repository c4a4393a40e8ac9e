import type { IncomingHttpHeaders } from 'node:http';

import { megabyte } from './fileSize';

/** The largest webhook Meta sends, in bytes. */
export const maximumBodySize = 3 * megabyte;

/** What n8n adds to the request of Express. */
export interface WebhookRequest {
	headers: IncomingHttpHeaders;
	/** Parsed. */
	query?: Readonly<Record<string, unknown>>;
	/** The bytes as received, after they were read. */
	rawBody?: Buffer;
	/** Reads the body into `rawBody`, if that has not happened yet. */
	readRawBody(): Promise<void>;
}

/** In characters. */
const longestHeader = 1_000;

/** Those of these headers that the request has. @param names in lower case. */
export function headersIn(
	{ headers }: Pick<WebhookRequest, 'headers'>,
	names: readonly string[],
): Record<string, string> {
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = headers[name];
			return typeof value === 'string' && value.length <= longestHeader ? [[name, value]] : [];
		}),
	);
}

/**
 * The body of a request as received, byte for byte, or why there is none: it is too large, or the sender went away.
 * A body whose announced size is too large is not read.
 */
export async function readRawBody(
	request: WebhookRequest,
): Promise<Buffer | 'tooLarge' | 'unreadable'> {
	if (Number(request.headers['content-length'] ?? 0) > maximumBodySize) return 'tooLarge';
	try {
		await request.readRawBody();
	} catch (error) {
		// n8n's limit raises an error with this status.
		const tooLarge = error instanceof Error && 'status' in error && error.status === 413;
		return tooLarge ? 'tooLarge' : 'unreadable';
	}
	const body = request.rawBody ?? Buffer.alloc(0);
	return body.length > maximumBodySize ? 'tooLarge' : body;
}
