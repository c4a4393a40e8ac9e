import type { JsonValue } from '../types';
import { FileError } from './fileError';
import { errorFromFailure, howToAllowHost, NetworkError } from './networkError';
import type { RequestError } from './requestError';
import { errorFromResponse } from './responseError';

// A URL may contain a signature, so these errors name only its host.

/** Makes the error for a file that is still on its way when its time is over. */
export function arrivedTooLate({ host }: URL): FileError {
	return FileError.final(
		`The file from ${host} did not arrive in time.`,
		'Check that the host is fast enough, or use a smaller file.',
	);
}

/**
 * Makes the error for a file host that can't be reached or breaks off.
 * @param isMetas whether the URL is Meta's. For any other, the error has no details: they would tell whoever chose
 * the URL what is open in the network of this n8n.
 */
export function notFetched(
	{ host }: URL,
	failure: unknown,
	call: { secrets: readonly string[]; signal?: AbortSignal; isMetas: boolean },
): RequestError {
	const error = errorFromFailure(failure, { ...call, started: true, idempotent: true });
	if (!(error instanceof NetworkError)) return error;
	const { networkCode } = error.facts;
	if (networkCode === 'HOST_BLOCKED') {
		return FileError.final(
			`The file was not fetched: n8n's SSRF protection blocks ${host}.`,
			`Use a public URL. ${howToAllowHost}`,
		);
	}
	const detail = call.isMetas && networkCode !== undefined ? ` (${networkCode})` : '';
	return new FileError({
		...error.facts,
		what: `The file could not be fetched from ${host}${detail}.`,
		todo: 'Check the URL, and that this n8n can reach it: its network and its proxy settings (HTTPS_PROXY, NO_PROXY).',
		networkCode: call.isMetas ? networkCode : undefined,
	});
}

/** Makes the error for a response that is not a success. */
export function fileRefused(
	{ host }: URL,
	response: { status: number; body?: JsonValue; secrets: readonly string[] },
): RequestError {
	const error = errorFromResponse({ ...response, idempotent: true });
	if (error.facts.code !== undefined) return error;
	return new FileError({
		...error.facts,
		what: `The file could not be fetched: ${host} responded with HTTP status ${response.status}.`,
		todo: 'Check that the URL leads to a file and works without a log-in. The URL of WhatsApp media works for 5 minutes: get a new one.',
	});
}
