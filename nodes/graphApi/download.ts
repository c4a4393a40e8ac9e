import type { Readable } from 'node:stream';

import { request as httpRequest } from 'undici';

import type { Connection } from './connection';
import { errorFromFailure, errorFromResponse, GraphError } from './errors';
import { parseJson } from './json';
import { headerText, pool } from './transport';
import { mayReceiveToken } from './tokenHosts';

/** A file on its way in. Its content must be read to the end or destroyed. */
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

const maxRedirects = 5;

/**
 * Fetches files: media of the Cloud API with the token, anything else on the web without it. Whether the
 * token goes along is decided anew for the target of each redirect.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#download-media
 * @throws GraphError when the file can't be had.
 */
export function downloader(connection: Connection, signal?: AbortSignal): Download {
	return async (url) => {
		let target = new URL(url);
		for (let redirects = 0; redirects <= maxRedirects; redirects++) {
			const response = await get(target, connection, signal);
			const location = headerText(response.headers.location);
			if (response.statusCode < 300) return downloaded(target, response);
			if (response.statusCode < 400 && location !== undefined) {
				await response.body.dump();
				target = new URL(location, target);
				continue;
			}
			throw errorFromResponse({
				status: response.statusCode,
				body: parseJson(await response.body.text()),
				secrets: connection.secrets,
				repeatable: true,
			});
		}
		throw new GraphError({
			what: `The address was redirected more than ${maxRedirects} times.`,
			todo: 'Enter the address the file is really at.',
			outcome: 'notAccepted',
			retryable: false,
		});
	};
}

type HttpResponse = Awaited<ReturnType<typeof httpRequest>>;

async function get(url: URL, connection: Connection, signal?: AbortSignal): Promise<HttpResponse> {
	const token = mayReceiveToken(url, connection) ? connection.headers : {};
	try {
		return await httpRequest(url, {
			method: 'GET',
			// Meta's media host answers some clients that send no user agent with an error.
			headers: { 'user-agent': 'n8n-nodes-whatsapp-business', ...token },
			dispatcher: pool(),
			signal,
		});
	} catch (failure) {
		throw errorFromFailure(failure, true, connection.secrets);
	}
}

function downloaded(url: URL, { headers, body }: HttpResponse): DownloadedFile {
	const length = Number(headerText(headers['content-length']));
	const disposition = headerText(headers['content-disposition']) ?? '';
	const named = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
	const lastPart = decodedName(url.pathname.split('/').at(-1) ?? '');
	return {
		content: body,
		size: Number.isFinite(length) && length > 0 ? length : undefined,
		mimeType: headerText(headers['content-type'])?.split(';')[0]?.trim().toLowerCase(),
		fileName: named ?? (lastPart === '' ? undefined : lastPart),
	};
}

function decodedName(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
