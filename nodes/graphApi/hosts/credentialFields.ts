import { CredentialError, defaultApiVersion, trimmed } from '../connection';
import type { CredentialData } from '../connection';
import { isOnLocalNetwork } from '../localNetwork';

/**
 * The base URL in the credential, without a slash at the end.
 * @throws CredentialError for one that is not a plain http(s) URL, or would send the secret unencrypted.
 */
export function typedUrl(credential: CredentialData): string {
	const typed = trimmed(credential.baseUrl);
	const url = URL.canParse(typed) ? new URL(typed) : undefined;
	if (!url || !['http:', 'https:'].includes(url.protocol)) {
		throw new CredentialError(
			'Base URL',
			"The base URL in the credential is missing or invalid. Enter the whole URL, beginning with 'https://'.",
		);
	}
	if (url.username || url.password || url.search || url.hash) {
		throw new CredentialError(
			'Base URL',
			'The base URL in the credential must contain only a host and a path. Remove any username, password, query or fragment from it.',
		);
	}
	if (url.protocol === 'http:' && !isOnLocalNetwork(url.hostname)) {
		throw new CredentialError(
			'Base URL',
			"The base URL in the credential begins with 'http://', so the token, key or password would travel unencrypted over the internet. Enter it with 'https://'. Only hosts of your own network, such as http://gateway:8080 or http://192.168.1.5, can be called without encryption.",
		);
	}
	const base = `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, '');
	if (/\/v\d+\.\d+$/.test(base)) {
		throw new CredentialError(
			'Base URL',
			'The base URL in the credential ends with a version. Remove it: the node adds the version where the host has one.',
		);
	}
	return base;
}

/** The base URL in the credential, or the host's own. Errors as `typedUrl`. */
export function urlOr(own: string, credential: CredentialData): string {
	return trimmed(credential.baseUrl) === '' ? own : typedUrl(credential);
}

/** A URL without what the host's documentation shows at its end and its paths have anyway. */
export function withoutEnd(url: string, ends: readonly string[]): string {
	const end = ends.find((each) => url.endsWith(each));
	return end === undefined ? url : url.slice(0, -end.length);
}

/** @throws CredentialError for an invalid version. */
export function apiVersion(credential: CredentialData, byDefault = defaultApiVersion): string {
	const version = trimmed(credential.apiVersion) || byDefault;
	if (!/^v\d+\.\d+$/.test(version)) {
		throw new CredentialError(
			'API Version',
			`The API version in the credential must look like ${defaultApiVersion}.`,
		);
	}
	return version;
}

/**
 * Checks a secret that is sent in a header, where invalid characters would fail with a cryptic error.
 * @throws CredentialError
 */
export function checkSecret(field: string, secret: string, todo: string): void {
	if (!/[^\x21-\x7e]/.test(secret)) return;
	const name = nameOf(field);
	throw new CredentialError(
		field,
		`The ${name} in the credential contains a space, a line break or a character that ${name.split(' ').at(-1)}s never contain. ${todo}`,
	);
}

/** The credential has no secret of its host. */
export function missingSecret(field: string): CredentialError {
	return new CredentialError(
		field,
		`The credential has no ${nameOf(field)}. Open the credential and fill in '${field}'.`,
	);
}

// 'Access Token' → 'access token', 'API Key' → 'API key'
function nameOf(field: string): string {
	return field
		.split(' ')
		.map((word) => (word === word.toUpperCase() ? word : word.toLowerCase()))
		.join(' ');
}

/** Whether a URL has the origin of one of these. */
export function isOnOneOf(url: URL, own: readonly string[]): boolean {
	return own.some((each) => url.origin === new URL(each).origin);
}
