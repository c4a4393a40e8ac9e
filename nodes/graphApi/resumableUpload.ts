import { Readable } from 'node:stream';

import { asText } from './coerce';
import { errorFromUnexpectedResponse } from './errors/apiError';
import { mapStream } from './mapStream';
import type { GraphApi } from './graphApi';
import type { FilePart, GraphRequest, Send } from './types';
import { path } from './path';
import { safePath } from './safePath';

/**
 * The request that announces a file to an app. The response contains the ID of the upload session.
 * https://developers.facebook.com/docs/graph-api/guides/upload
 * @param about name, MIME type and size in bytes, or placeholders for them until the file is read.
 */
export function uploadSession<Size, MimeType>(
	appId: string,
	about: { fileName?: string; size: Size; mimeType: MimeType },
	uploadedFor?: 'profilePicture',
) {
	return {
		method: 'POST',
		path: path`/${appId}/uploads`,
		on: 'app',
		uploadedFor,
		query: {
			file_name: about.fileName ?? 'file',
			file_length: about.size,
			file_type: about.mimeType,
		},
		idempotent: true,
	} as const;
}

/**
 * Sends a file to its upload session. When the connection is cut, it asks Meta how much has arrived and sends
 * the rest.
 * https://developers.facebook.com/docs/graph-api/guides/upload#interruptions
 * @param sessionId as Meta gave it, e.g. `upload:MTphdHRhY2htZW50…?sig=ARZqkGCA…`.
 * @param open opens the file at its beginning.
 * @returns the handle of the file.
 * @throws RequestError when Meta refuses the file or the connection is cut too often.
 */
export async function sendToSession(
	sessionId: string,
	open: () => Promise<FilePart & { size: number }>,
	{ send, retry }: Pick<GraphApi, 'send' | 'retry'>,
): Promise<string> {
	const session = sessionRequest(sessionId);
	let size: number | undefined;
	return await retry(async () => {
		const offset = size === undefined ? 0 : await storedOffset(session, size, send);
		const file = await open();
		size = file.size;
		const { body } = await send({
			...session,
			method: 'POST',
			idempotent: true,
			stream: {
				content: from(file.content, offset),
				size: file.size - offset,
				headers: { 'content-type': file.mimeType, file_offset: String(offset) },
			},
		});
		const handle = asText(body.h);
		if (handle === null) throw errorFromUnexpectedResponse();
		return handle;
	});
}

type SessionRequest = Pick<GraphRequest, 'path' | 'on' | 'query' | 'tokenScheme'>;

async function storedOffset(session: SessionRequest, size: number, send: Send): Promise<number> {
	const { body } = await send({ ...session, method: 'GET' });
	return Math.max(0, Math.min(Number(body.file_offset) || 0, size));
}

// The ID contains the signature of the session as a query.
function sessionRequest(sessionId: string): SessionRequest {
	const [id = '', search = ''] = sessionId.split('?');
	const query = Object.fromEntries(new URLSearchParams(search));
	return { path: safePath(`/${id}`), on: 'upload', query, tokenScheme: 'OAuth' };
}

function from(content: Readable | Buffer, offset: number): Readable {
	if (Buffer.isBuffer(content)) return Readable.from([content.subarray(offset)]);
	if (offset === 0) return content;
	async function* rest(): AsyncGenerator<Buffer> {
		let skipped = 0;
		for await (const chunk of content as AsyncIterable<Buffer>) {
			const kept = chunk.subarray(Math.min(chunk.length, offset - skipped));
			skipped += chunk.length - kept.length;
			yield kept;
		}
	}
	return mapStream(content, rest());
}
