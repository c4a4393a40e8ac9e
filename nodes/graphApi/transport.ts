import { errors } from 'undici';
import type { Dispatcher } from 'undici';

import { boundedBytes, maxErrorBytes, maxResponseBytes, textOf } from './boundedText';
import { UnderWay } from './cancellation';
import type { Connection } from './connection';
import { downloadedName } from './downloadedName';
import {
	errorFromMissingMessageId,
	errorFromTooLargeBody,
	errorFromUnreadableBody,
} from './errors/apiError';
import { hasError } from './errors/errorBody';
import { errorFromFailure } from './errors/networkError';
import { errorFromResponse } from './errors/responseError';
import { isJsonObject, parseJson } from './json';
import type { EgressFilter } from './egress/egressFilter';
import { multipart } from './multipart';
import { pool } from './pool';
import type { AbortRequest, StartOption } from './pool';
import { asObjects, asText } from './coerce';
import { edgeOf } from './hosts/edge';
import { safePath, safeQuery } from './safePath';
import { transferTimeout } from './transferTimeout';
import { userAgent } from './userAgent';
import { closeFiles, isIdempotent, isStreamed } from './types';
import type { GraphRequest, JsonObject, JsonValue, RawResponse, Send } from './types';

function ownHeaders({ responseType }: GraphRequest): Record<string, string> {
	return { accept: responseType ? '*/*' : 'application/json', 'user-agent': userAgent };
}

/** How many times longer a request that carries a file may wait for its response. */
const patienceWithFiles = 5;

interface TransportOptions {
	/** Aborts when the execution is cancelled. */
	signal?: AbortSignal;
	/** Milliseconds to wait for a response. */
	responseTimeout: number;
	/** n8n's rules for which hosts may be called. */
	egress?: EgressFilter;
}

/**
 * Sends requests to the connection's host through undici, with keep-alive and the proxy of HTTP_PROXY, HTTPS_PROXY
 * and NO_PROXY. Redirects are not followed, so the token can't leave the host. `UnderWay` says what happens to
 * requests when the execution is cancelled.
 */
export function transport(
	connection: Connection,
	{ signal, responseTimeout, egress }: TransportOptions,
): Send {
	const underWay = new UnderWay(signal);
	const targetOf = rememberTarget(connection);
	const sendNow: Send = async (request) => {
		underWay.checkMayStart();
		const target = targetOf(request);
		const { headers, body } = requestBody(request);
		const failed = {
			idempotent: isIdempotent(request),
			isMessage: request.countsFor !== undefined,
		};
		const secrets = () => [...connection.secrets, ...(request.secrets ?? [])];
		let connected = (): void => undefined;
		let started: AbortRequest | undefined;
		let timer: NodeJS.Timeout | undefined;
		const headersTimeout = responseTimeout * (isStreamed(request) ? patienceWithFiles : 1);
		// undici's timeout resets on every byte, so it does not end a server that reads or responds byte by byte. It ends
		// silence, and allows for a busy process that reads a response late, so this one must come well after it.
		const totalTimeout = 2 * headersTimeout + (isStreamed(request) ? transferTimeout : 0);
		const options: Dispatcher.RequestOptions & StartOption = {
			...target,
			method: request.method,
			headers: { ...ownHeaders(request), ...headers, ...tokenHeaders(connection, request) },
			body,
			headersTimeout,
			onStart(abort) {
				underWay.checkMayStart();
				connected();
				underWay.add(abort, failed.idempotent);
				started = abort;
				timer = setTimeout(() => abort(new errors.HeadersTimeoutError()), totalTimeout);
			},
		};
		try {
			const response = await new Promise<Dispatcher.ResponseData>((resolve, reject) => {
				connected = underWay.connecting(reject);
				pool(egress, connection.authorities).request(options, (failure, data) =>
					failure ? reject(failure) : resolve(data),
				);
			});
			clearTimeout(timer);
			const mayBeLong = response.statusCode < 300 || request.partialResult !== undefined;
			const bytes = await bytesWithin(
				responseTimeout,
				response.body,
				mayBeLong ? maxResponseBytes : maxErrorBytes,
			);
			if (bytes === undefined && mayBeLong) {
				throw errorFromTooLargeBody(response.statusCode, failed);
			}
			const text = bytes ? textOf(bytes) : '';
			const parsed = parseJson(text);
			const isFailure =
				response.statusCode >= 300 || (request.responseType !== 'any' && hasError(parsed));
			if (isFailure && !isPartial(parsed, request)) {
				throw errorFromResponse(
					{
						status: response.statusCode,
						retryAfter: headerText(response.headers['retry-after']),
						body: parsed,
						secrets: secrets(),
						...failed,
						edge: edgeOf(request),
					},
					connection,
				);
			}
			if (request.responseType && bytes) return { body: rawResponse(request, bytes, response) };
			// The host says that it did it and has nothing to say. A message needs its ID.
			if (response.statusCode === 204 && !request.countsFor) return { body: {} };
			const result = isJsonObject(parsed) ? parsed : connection.readOther?.(parsed, text);
			if (!result) throw errorFromUnreadableBody(response.statusCode, failed);
			if (request.countsFor && !namesMessage(result)) {
				throw errorFromMissingMessageId(response.statusCode);
			}
			return { body: result };
		} catch (failure) {
			throw errorFromFailure(failure, {
				started: started !== undefined,
				...failed,
				secrets: secrets(),
				signal,
			});
		} finally {
			connected();
			clearTimeout(timer);
			if (started) underWay.delete(started);
		}
	};
	return (request) => (isStreamed(request) ? closingFiles(sendNow, request) : sendNow(request));
}

// A request that failed early has not read its files, which would stay open for ever.
async function closingFiles(send: Send, request: GraphRequest): ReturnType<Send> {
	try {
		return await send(request);
	} finally {
		closeFiles(request);
	}
}

// undici's timeout resets on every byte, so a trickling response would never time out.
async function bytesWithin(
	milliseconds: number,
	body: Dispatcher.ResponseData['body'],
	maxBytes: number,
): Promise<Buffer | undefined> {
	const timer = setTimeout(() => body.destroy(new errors.BodyTimeoutError()), milliseconds);
	try {
		return await boundedBytes(body, maxBytes);
	} finally {
		clearTimeout(timer);
	}
}

function rawResponse(
	{ responseType, path }: GraphRequest,
	bytes: Buffer,
	{ headers }: Pick<Dispatcher.ResponseData, 'headers'>,
): RawResponse {
	const mimeType = headerText(headers['content-type'])?.split(';')[0]?.trim().toLowerCase();
	if (responseType !== 'file') return { data: textOf(bytes), mimeType };
	const fileName = downloadedName(headerText(headers['content-disposition']), path);
	return { data: bytes.toString('base64'), mimeType, fileName };
}

type RequestTarget = Pick<Dispatcher.RequestOptions, 'origin' | 'path'>;

// All messages of a broadcast have the same target.
function rememberTarget(connection: Connection): (request: GraphRequest) => RequestTarget {
	let lastPath: string | undefined;
	let last: RequestTarget | undefined;
	return (request) => {
		if (request.query || request.base) return requestTarget(connection, request);
		if (last === undefined || request.path !== lastPath) {
			last = requestTarget(connection, request);
			lastPath = request.path;
		}
		return last;
	};
}

/** @throws UnsafePathError when the path or the query could lead elsewhere. */
function requestTarget(connection: Connection, request: GraphRequest): RequestTarget {
	const query = safeQuery(request.query ?? {});
	for (const [name, value] of Object.entries(connection.query)) query.append(name, value);
	const base = request.base === undefined ? undefined : connection.bases[request.base];
	const { origin, pathname } = new URL(`${base ?? connection.baseUrl}${safePath(request.path)}`);
	return { origin, path: query.size > 0 ? `${pathname}?${query.toString()}` : pathname };
}

function requestBody(
	request: GraphRequest,
): Pick<Dispatcher.RequestOptions, 'body'> & { headers: Record<string, string> } {
	if (request.form) return multipart(request.form);
	if (request.stream) {
		const { content, size, headers } = request.stream;
		return {
			headers: { ...headers, ...(size !== undefined && { 'content-length': String(size) }) },
			body: content,
		};
	}
	if (request.text) {
		return {
			headers: { 'content-type': request.text.mimeType },
			body: request.text.content,
		};
	}
	if (request.body) {
		return {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(request.body),
		};
	}
	return { headers: {}, body: null };
}

function tokenHeaders(
	connection: Connection,
	{ tokenScheme, headers = connection.headers }: GraphRequest,
): Readonly<Record<string, string>> {
	if (tokenScheme === undefined || headers.authorization === undefined) return headers;
	return { ...headers, authorization: headers.authorization.replace(/^Bearer/, tokenScheme) };
}

function isPartial(body: JsonValue | undefined, { partialResult }: GraphRequest): boolean {
	return partialResult !== undefined && isJsonObject(body) && isJsonObject(body[partialResult]);
}

function namesMessage({ messages }: JsonObject): boolean {
	return asObjects<JsonObject>(messages).some(({ id }) => asText(id) !== null);
}

export function headerText(value: string | string[] | undefined): string | undefined {
	return Array.isArray(value) ? value[0] : value;
}
