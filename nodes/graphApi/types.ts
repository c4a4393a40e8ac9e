import type { Readable } from 'node:stream';

import type { Path } from './path';

export type JsonPrimitive = string | number | boolean | null;
export type JsonValue = JsonPrimitive | JsonValue[] | { [key: string]: JsonValue | undefined };
export interface JsonObject {
	[key: string]: JsonValue | undefined;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** One file of a multipart form. `size` in bytes makes the request carry a Content-Length. */
export interface FilePart {
	fileName: string;
	mimeType: string;
	size?: number;
	content: Readable | Buffer;
}

/** A call to the Graph API, without anything that depends on the host. */
export interface GraphRequest<Body = JsonObject> {
	method: 'GET' | 'POST' | 'DELETE';
	/** Relative to the Graph API version, e.g. `/106540352242922/messages`. */
	path: Path;
	query?: Query;
	/** Sent as JSON. */
	body?: Body;
	/** Sent as multipart/form-data. */
	form?: Readonly<Record<string, string | FilePart>>;
	/** A message, which gets an ID: counts against the throughput of a number and the pair limit of a recipient. */
	countsFor?: { phoneNumberId: string; recipient?: string };
	/** Values in the body that must not appear in an error, e.g. a PIN. */
	secrets?: readonly string[];
	/**
	 * Where the answer lists what was done with each entry of the request. An answer that has this key is a
	 * success, even with an error beside it: the error is about some of the entries only.
	 */
	partialResult?: string;
	/** Doing it twice does no harm (an upload), so an unknown outcome is no danger. Reads always are. */
	idempotent?: true;
	/** Ends the wait for its turn, e.g. when the time for another try is over. */
	waitSignal?: AbortSignal;
	/** The word before the token where Meta wants another than Bearer. */
	tokenScheme?: 'OAuth';
	/** Sent as it is, streamed. `size` in bytes. */
	stream?: { content: Readable; size: number; headers?: Readonly<Record<string, string>> };
}

export interface GraphResponse {
	body: JsonObject;
}

/** Sends one request and gives the answer; throws `RequestError` for anything but a success. */
export type Send = (request: GraphRequest) => Promise<GraphResponse>;

/** Wraps a `Send` with one more duty (a rate limit, a retry rule) and gives a `Send` again. */
export type Layer = (next: Send) => Send;

/** Whether the body is a stream, which is gone after one try: who opens it tries again. */
export function isStreamed({ form, stream }: Pick<GraphRequest, 'form' | 'stream'>): boolean {
	return form !== undefined || stream !== undefined;
}

/** The content of the files that a request carries. */
export function filesOf({
	form,
	stream,
}: Pick<GraphRequest, 'form' | 'stream'>): Array<Readable | Buffer> {
	const parts = Object.values(form ?? {});
	return [
		...parts.flatMap((part) => (typeof part === 'string' ? [] : [part.content])),
		...(stream ? [stream.content] : []),
	];
}

export function isIdempotent(request: Pick<GraphRequest, 'method' | 'idempotent'>): boolean {
	return request.method === 'GET' || request.idempotent === true;
}
