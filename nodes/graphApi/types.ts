import type { Readable } from 'node:stream';

import type { Path } from './path';

export type JsonPrimitive = string | number | boolean | null;
export type JsonValue = JsonPrimitive | JsonValue[] | { [key: string]: JsonValue | undefined };
export interface JsonObject {
	[key: string]: JsonValue | undefined;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * What the first segment of a path names, so that a host can put it elsewhere without guessing. `fixed`: no ID, e.g.
 * `/debug_token` or `/me`. `typed`: a path that the user typed.
 */
export type PathStart =
	| 'app'
	| 'business'
	| 'catalog'
	| 'flow'
	| 'group'
	| 'media'
	| 'message'
	| 'messageHistory'
	| 'phoneNumber'
	| 'template'
	| 'templateGroup'
	| 'upload'
	| 'waba'
	| 'fixed'
	| 'typed';

/** One file of a multipart form. `size` in bytes makes the request carry a Content-Length. */
export interface FilePart {
	fileName: string;
	mimeType: string;
	size?: number;
	content: Readable | Buffer;
}

/**
 * Where else than under the Graph API calls go: to another host of Meta's, to Kapso's own API, or to what Kapso's proxy
 * adds to Meta's.
 */
export type OtherBase = 'api' | 'platform' | 'proxy';

/** A call to the Graph API, without anything that depends on the host. */
export interface GraphRequest<Body = JsonObject> {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Relative to the Graph API version, e.g. `/106540352242922/messages`. */
	path: Path;
	/** What the first segment of the path names. Not sent. */
	on: PathStart;
	/** For a call that is not part of the Graph API. */
	base?: OtherBase;
	/** What a file is uploaded for, to a host that has another place for each use. Not sent. */
	uploadedFor?: 'profilePicture';
	/** The phone number ID that the object belongs to, for a host that finds it only there. Not sent. */
	ofNumber?: string;
	query?: Query;
	/** Sent as JSON. */
	body?: Body;
	/** Sent as it is. */
	text?: { content: string; mimeType: string };
	/** Sent as multipart/form-data. */
	form?: Readonly<Record<string, string | FilePart>>;
	/** Set for a message, which gets an ID: it counts against the throughput of a number and the pair limit of a recipient. */
	countsFor?: { phoneNumberId: string; recipient?: string };
	/** Values in the body that must not appear in an error, e.g. a PIN. */
	secrets?: readonly string[];
	/**
	 * The key under which the response lists the result of each entry. A response with this key is a success, even
	 * with an error beside it: the error is about some of the entries only.
	 */
	partialResult?: string;
	/** Idempotent: safe to retry after an unknown outcome. GETs always are. */
	idempotent?: true;
	/**
	 * Called for each try when it has its permit, with what writes the request and waits for the response. Whatever it
	 * throws by itself is not retried, unless it is a `RequestError` that says so.
	 */
	aroundTry?(sendNow: () => Promise<GraphResponse>): Promise<GraphResponse>;
	/** Ends the wait for a permit, e.g. when the time for retries is over. */
	waitSignal?: AbortSignal;
	/** The authorization scheme where Meta wants another than Bearer. */
	tokenScheme?: 'OAuth';
	/** Secret headers in place of those of the connection. */
	headers?: Readonly<Record<string, string>>;
	/**
	 * For a response that is not a JSON object: it becomes a `RawResponse`. `any`: a text that somebody else's code makes, in
	 * which nothing is an error or an envelope.
	 */
	responseType?: 'any' | 'text' | 'file';
	/** Sent as it is, streamed. `size` in bytes makes the request carry a Content-Length. */
	stream?: {
		content: Readable;
		size?: number;
		headers?: Readonly<Record<string, string>>;
	};
}

/** What a request is sent to. */
export type Endpoint = Pick<GraphRequest, 'path' | 'on'>;

export interface GraphResponse {
	body: JsonObject;
}

/** The body of a response that is a text or a file. */
export interface RawResponse extends JsonObject {
	/** The text, or the content of the file in base64. */
	data: string;
	/** Without parameters, e.g. `text/csv`. */
	mimeType?: string;
	/** Of a file. */
	fileName?: string;
}

/** Sends one request and returns the response; throws `RequestError` for anything but a success. */
export type Send = (request: GraphRequest) => Promise<GraphResponse>;

/** Adds one thing to a `Send`, e.g. a rate limit or retries. */
export type Layer = (next: Send) => Send;

/** Lets a request do something around each of its tries. */
export const aroundTryLayer: Layer = (next) => (request) =>
	request.aroundTry ? request.aroundTry(() => next(request)) : next(request);

/** Whether the body is a stream. It is gone after one try, so the caller that opens it must retry. */
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

/** Ends the files of a request that is not sent. They would stay open for ever. */
export function closeFiles(request: Pick<GraphRequest, 'form' | 'stream'>): void {
	for (const file of filesOf(request)) if (!Buffer.isBuffer(file)) file.destroy();
}

export function isIdempotent(request: Pick<GraphRequest, 'method' | 'idempotent'>): boolean {
	return request.method === 'GET' || request.idempotent === true;
}
