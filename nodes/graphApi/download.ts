import type { Readable } from 'node:stream';

import { parse } from 'content-disposition';
import { request as httpRequest } from 'undici';

import { boundedText, maxErrorBytes } from './boundedText';
import type { Connection } from './connection';
import { mapStream } from './mapStream';
import { FileError } from './errors/fileError';
import { errorFromFailure } from './errors/networkError';
import type { RequestError } from './errors/requestError';
import { errorFromResponse } from './errors/responseError';
import { parseJson } from './json';
import { pool } from './pool';
import { headerText } from './transport';
import { mayReceiveToken } from './tokenHosts';
import type { JsonValue } from './types';
import { userAgent } from './userAgent';

/** A download in progress. Its content must be read to the end or destroyed. */
export interface DownloadedFile {
	content: Readable;
	/** Bytes, when the server said so. */
	size?: number;
	/** Without parameters, e.g. `image/jpeg`. */
	mimeType?: string;
	/** From the Content-Disposition header, or the last part of the path. */
	fileName?: string;
}

export type Download = (url: string) => Promise<DownloadedFile>;

interface DownloadOptions {
	/**
	 * Whether the URLs come from Meta's own response. If so, the token goes along to the hosts that may have it, and
	 * what these hosts say about a failure are Meta's words.
	 */
	fromMeta: boolean;
	/** Aborts when the execution is cancelled. */
	signal?: AbortSignal;
}

/** One request of a download. */
interface Hop {
	url: URL;
	/** The URL is Meta's and its host may receive the token. */
	isMetas: boolean;
}

const maxRedirects = 5;

/**
 * Downloads files. A redirect never carries the token, whichever host it leads to: another host may have chosen it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#download-media
 * @throws RequestError when the download fails.
 */
export function downloader(
	connection: Connection,
	{ fromMeta, signal }: DownloadOptions,
): Download {
	return async (address) => {
		const first = httpUrl(address);
		let hop: Hop = { url: first, isMetas: fromMeta && mayReceiveToken(first, connection) };
		for (let redirects = 0; redirects <= maxRedirects; redirects++) {
			const response = await get(hop, connection, signal);
			const location = headerText(response.headers.location);
			if (response.statusCode < 300) return downloaded(hop, response, connection, signal);
			if (response.statusCode >= 400 || location === undefined) {
				throw await refusal(hop, response, connection, signal);
			}
			// Nobody knows how long the body of a redirect is.
			response.body.destroy();
			hop = { url: httpUrl(location, hop.url), isMetas: false };
		}
		throw FileError.final(
			`The file was not downloaded: its address was redirected more than ${maxRedirects} times.`,
			'Enter the address the file is really at.',
		);
	};
}

type HttpResponse = Awaited<ReturnType<typeof httpRequest>>;

function httpUrl(address: string, base?: URL): URL {
	const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
	if (url && ['http:', 'https:'].includes(url.protocol)) return url;
	throw FileError.final(
		base
			? `The file was not downloaded: ${base.host} redirects to an invalid URL.`
			: 'The file was not downloaded: its URL is invalid.',
		"Use an address that begins with 'https://' and leads to the file itself.",
	);
}

async function get(hop: Hop, connection: Connection, signal?: AbortSignal): Promise<HttpResponse> {
	try {
		const response = await httpRequest(hop.url, {
			method: 'GET',
			headers: { 'user-agent': userAgent, ...(hop.isMetas ? connection.headers : {}) },
			dispatcher: pool(),
			signal,
		});
		// A discarded body emits an error; readers get theirs from the iterator.
		response.body.on('error', () => undefined);
		return response;
	} catch (failure) {
		throw fetchError(hop, failure, connection, signal);
	}
}

// A URL may contain a signature, so the error names only the host.
function fetchError(
	{ url }: Hop,
	failure: unknown,
	{ secrets }: Connection,
	signal?: AbortSignal,
): RequestError {
	const call = { started: true, idempotent: true, secrets, signal };
	const error = errorFromFailure(failure, call);
	if (error.facts.networkCode === undefined) return error;
	return new FileError({
		...error.facts,
		what: `The file could not be fetched from ${url.host} (${error.facts.networkCode}).`,
		todo: 'Check the URL, and that this n8n can reach it: its network and its proxy settings (HTTPS_PROXY, NO_PROXY).',
	});
}

async function refusal(
	hop: Hop,
	response: HttpResponse,
	connection: Connection,
	signal?: AbortSignal,
): Promise<RequestError> {
	const { statusCode: status } = response;
	const body = hop.isMetas ? await metasWords(hop, response, connection, signal) : undefined;
	// What another host says is not read: it could pretend to be Meta.
	if (!hop.isMetas) response.body.destroy();
	const { secrets } = connection;
	const error = errorFromResponse({ status, body, secrets, idempotent: true });
	if (error.facts.code !== undefined) return error;
	return new FileError({
		...error.facts,
		what: `The file could not be fetched: ${hop.url.host} responded with HTTP status ${status}.`,
		todo: 'Check that the URL leads to a file and works without a log-in. The URL of WhatsApp media works for 5 minutes: get a new one.',
	});
}

async function metasWords(
	hop: Hop,
	{ body }: HttpResponse,
	connection: Connection,
	signal?: AbortSignal,
): Promise<JsonValue | undefined> {
	try {
		return parseJson((await boundedText(body, maxErrorBytes)) ?? '');
	} catch (failure) {
		throw fetchError(hop, failure, connection, signal);
	}
}

function downloaded(
	hop: Hop,
	{ headers, body }: HttpResponse,
	connection: Connection,
	signal?: AbortSignal,
): DownloadedFile {
	const length = Number(headerText(headers['content-length']));
	return {
		content: withKnownErrors(body, (failure) => fetchError(hop, failure, connection, signal)),
		size: Number.isFinite(length) && length > 0 ? length : undefined,
		mimeType: headerText(headers['content-type'])?.split(';')[0]?.trim().toLowerCase(),
		fileName: fileName(headerText(headers['content-disposition']), hop.url.pathname),
	};
}

function withKnownErrors(body: Readable, known: (failure: unknown) => RequestError): Readable {
	async function* chunks(): AsyncGenerator<Buffer> {
		try {
			yield* body as AsyncIterable<Buffer>;
		} catch (failure) {
			throw known(failure);
		}
	}
	return mapStream(body, chunks());
}

/** The name in the Content-Disposition header, or the last part of the path; never a folder. */
function fileName(header: string | undefined, pathname: string): string | undefined {
	const named = header === undefined ? undefined : parse(header).parameters.filename;
	const name = decoded(named ?? pathname)
		.split(/[/\\]/)
		.at(-1)
		?.replace(/[\u0000-\u001f\u007f]/g, '')
		.trim();
	return name === '' ? undefined : name;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
