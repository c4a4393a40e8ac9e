import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as n8n passes it to a node: with its query, and with a body that is read on demand. */
export function n8nRequest(request: IncomingMessage, query: URLSearchParams): IncomingMessage {
	return Object.assign(request, {
		query: Object.fromEntries(query),
		readRawBody: async () => {
			if (!('rawBody' in request)) Object.assign(request, { rawBody: await buffer(request) });
		},
	});
}

/** A response with the methods of Express that nodes use. */
export function n8nResponse(response: ServerResponse): ServerResponse {
	const express: ServerResponse = Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return express;
		},
		type(type: string) {
			response.setHeader('content-type', type);
			return express;
		},
		set(header: string, value: string) {
			response.setHeader(header, value);
			return express;
		},
		send: (text: string) => response.end(text),
		json: (value: unknown) => response.end(JSON.stringify(value)),
	});
	return express;
}
