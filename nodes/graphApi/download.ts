import type { Readable } from 'node:stream';

import { request as httpRequest } from 'undici';

import { boundedText, maxErrorBytes } from './boundedText';
import type { Connection } from './connection';
import { downloadedName } from './downloadedName';
import type { EgressFilter } from './egress/egressFilter';
import { arrivedTooLate, fileRefused, notFetched } from './errors/downloadError';
import { isTimeout } from './errors/failure';
import { FileError } from './errors/fileError';
import type { RequestError } from './errors/requestError';
import { parseJson } from './json';
import { mapStream } from './mapStream';
import { pool } from './pool';
import type { Session } from './session';
import { unauthorized } from './session';
import { signalAfter } from './signalAfter';
import { transferTimeout } from './transferTimeout';
import type { Send } from './types';
import { headerText } from './transport';
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
	/** Reaches the host of the connection without retries, for a log-in. */
	sendNow: Send;
	/** Aborts when the execution is cancelled, or when the time for all its downloads is over. */
	signal?: AbortSignal;
	/** Milliseconds for one file, from the first request to its last byte. */
	timeout?: number;
	/** n8n's rules for which hosts may be called. */
	egress?: EgressFilter;
}

const maxRedirects = 5;

/**
 * Downloads files. A redirect never carries the token, whichever host it leads to: another host may have chosen it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#download-media
 * @throws RequestError when the download fails.
 */
export function downloader(connection: Connection, options: DownloadOptions): Download {
	const { fromMeta, signal, timeout = transferTimeout } = options;
	return async (address) => {
		const untilEnd = signalAfter(timeout, signal);
		try {
			let url = httpUrl(address);
			let isMetas = fromMeta && connection.mayReceiveSecret(url);
			for (let redirects = 0; redirects <= maxRedirects; redirects++) {
				const at = { ...options, untilEnd: untilEnd.signal };
				const { hop, response } = await firstResponse(url, isMetas, connection, at);
				const location = headerText(response.headers.location);
				if (response.statusCode < 300) {
					const file = hop.file(response);
					file.content.once('close', untilEnd.clear);
					return file;
				}
				if (response.statusCode >= 400 || location === undefined) throw await hop.refusal(response);
				// Nobody knows how long the body of a redirect is.
				response.body.destroy();
				url = httpUrl(location, url);
				isMetas = false;
			}
			throw FileError.final(
				`The file was not downloaded: its address was redirected more than ${maxRedirects} times.`,
				'Enter the address the file is really at.',
			);
		} catch (error) {
			untilEnd.clear();
			throw error;
		}
	};
}

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

/** Like `sessionLayer`, logs in if the host wants it, and once more if it no longer takes the session. */
async function firstResponse(
	url: URL,
	isMetas: boolean,
	connection: Connection,
	options: ConstructorParameters<typeof Hop>[3] & Pick<DownloadOptions, 'sendNow'>,
): Promise<{ hop: Hop; response: HttpResponse }> {
	const { openSession, secrets } = connection;
	if (!isMetas || !openSession) {
		const hop = new Hop(url, isMetas, connection, options);
		return { hop, response: await hop.get() };
	}
	const get = async (session: Session) => {
		const known = { ...connection, ...session, secrets: [...secrets, ...session.secrets] };
		const hop = new Hop(url, isMetas, known, options);
		return { hop, response: await hop.get() };
	};
	const session = await openSession(options.sendNow);
	const first = await get(session);
	if (first.response.statusCode !== unauthorized) return first;
	first.response.body.destroy();
	return await get(await openSession(options.sendNow, session));
}

type HttpResponse = Awaited<ReturnType<typeof httpRequest>>;

/** One request of a download: to the URL of the file, or to what it redirects to. */
class Hop {
	/** @param isMetas whether the URL is Meta's and its host may receive the token. */
	constructor(
		private readonly url: URL,
		private readonly isMetas: boolean,
		private readonly connection: Connection,
		private readonly options: Pick<DownloadOptions, 'signal' | 'egress'> & {
			/** Aborts with `signal`, and when the time for the file is over. */
			untilEnd: AbortSignal;
		},
	) {}

	async get(): Promise<HttpResponse> {
		try {
			const response = await httpRequest(this.url, {
				method: 'GET',
				headers: { 'user-agent': userAgent, ...(this.isMetas ? this.connection.headers : {}) },
				dispatcher: pool(
					this.options.egress,
					this.isMetas ? this.connection.authorities : undefined,
				),
				signal: this.options.untilEnd,
			});
			// A discarded body emits an error; readers get theirs from the iterator.
			response.body.on('error', () => undefined);
			return response;
		} catch (failure) {
			throw this.errorFrom(failure);
		}
	}

	file({ headers, body }: HttpResponse): DownloadedFile {
		const length = Number(headerText(headers['content-length']));
		return {
			content: this.withKnownErrors(body),
			size: Number.isFinite(length) && length > 0 ? length : undefined,
			mimeType: headerText(headers['content-type'])?.split(';')[0]?.trim().toLowerCase(),
			fileName: downloadedName(headerText(headers['content-disposition']), this.url.pathname),
		};
	}

	/** The error for a response that is not a file. What other hosts say is not read: they could pretend to be Meta. */
	async refusal({ statusCode: status, body }: HttpResponse): Promise<RequestError> {
		const { secrets } = this.connection;
		if (!this.isMetas) {
			body.destroy();
			return fileRefused(this.url, { status, secrets });
		}
		try {
			const words = parseJson((await boundedText(body, maxErrorBytes)) ?? '');
			return this.asHosts(fileRefused(this.url, { status, secrets, body: words }));
		} catch (failure) {
			return this.errorFrom(failure);
		}
	}

	private errorFrom(failure: unknown): RequestError {
		const { signal, untilEnd } = this.options;
		const { secrets } = this.connection;
		if (untilEnd.aborted && (!signal?.aborted || isTimeout(signal.reason)))
			return this.asHosts(arrivedTooLate(this.url));
		return this.asHosts(notFetched(this.url, failure, { secrets, signal, isMetas: this.isMetas }));
	}

	private asHosts(error: RequestError): RequestError {
		return (this.isMetas ? this.connection.failedFileRead?.(error) : undefined) ?? error;
	}

	private withKnownErrors(body: Readable): Readable {
		const known = (failure: unknown) => this.errorFrom(failure);
		async function* chunks(): AsyncGenerator<Buffer> {
			try {
				yield* body as AsyncIterable<Buffer>;
			} catch (failure) {
				throw known(failure);
			}
		}
		return mapStream(body, chunks());
	}
}
