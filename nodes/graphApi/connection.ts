import { createHmac } from 'node:crypto';

import { derivedKey } from './derivedKey';
import { isOnLocalNetwork } from './localNetwork';

/** The fields of the credential, as n8n hands them over after decryption. */
export interface CredentialData {
	accessToken: string;
	phoneNumberId: string;
	businessAccountId?: string;
	/** Two letters, e.g. "MX": the country of numbers that are entered without a country code. */
	defaultCountry?: string;
	appId?: string;
	appSecret?: string;
	webhookVerifyToken?: string;
	/** PEM. Decrypts what Flows with an endpoint send. */
	flowsPrivateKey?: string;
	flowsPrivateKeyPassphrase?: string;
	/** Default: `meta`. */
	host?: 'meta' | 'custom';
	baseUrl?: string;
	apiVersion?: string;
	/** `redis://` or `rediss://`: where the nodes of several machines remember. Empty: a file in n8n's user folder. */
	redisUrl?: string;
}

/** An ID that requests default to. */
export type AccountKey = 'phoneNumberId' | 'wabaId' | 'appId';

/** The IDs that requests default to. Empty if the credential has none. */
export interface Account extends Readonly<Record<AccountKey, string>> {
	/** Why an ID is still empty after it was looked for. Continues a sentence, e.g. 'the token can use 2 numbers: …'. */
	notFound?: Readonly<Partial<Record<AccountKey, string>>>;
}

/** Everything that depends on the host. Each host has a connection. */
export interface Connection {
	/** Scheme, host and path prefix without a slash at the end, e.g. `https://graph.facebook.com/v26.0`. */
	baseUrl: string;
	/** The same without the version. */
	host: string;
	/** Where calls with the base `api` go; they have no version. A custom host serves both. */
	apiUrl: string;
	accessToken: string;
	/** Sent with every call, to `baseUrl` and `apiUrl` only. */
	headers: Readonly<Record<string, string>>;
	query: Readonly<Record<string, string>>;
	account: Account;
	webhook: { appSecret?: string; verifyToken?: string };
	/** See `ownSecretsOf`. */
	ownSecret: string;
	/** Values that must never appear in an error or a log. */
	secrets: readonly string[];
}

/** The credential is incomplete or invalid. `field` is the display name in the credential. */
export class CredentialError extends Error {
	constructor(
		readonly field: string,
		message: string,
	) {
		super(message);
		this.name = 'CredentialError';
	}
}

export const metaHost = 'https://graph.facebook.com';
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-archival */
export const metaApiHost = 'https://api.facebook.com';
export const defaultApiVersion = 'v26.0';

/**
 * Proof that a call comes from someone who has the app secret: HMAC-SHA256 of the access token, in hex.
 * https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof
 */
function appSecretProof(accessToken: string, appSecret: string): string {
	return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

/**
 * The verify token Meta must present when it checks a callback URL: the one in the credential, or one
 * derived from the app secret, so that no token has to be invented or stored.
 */
export function webhookVerifyToken(credential: CredentialData): string | undefined {
	const given = trimmed(credential.webhookVerifyToken);
	const appSecret = trimmed(credential.appSecret);
	if (given) return given;
	if (!appSecret) return undefined;
	return derivedKey(appSecret, 'verify token').toString('hex');
}

/** What webhooks are signed with. */
export function appSecretOf(credential: CredentialData): string | undefined {
	return trimmed(credential.appSecret) || undefined;
}

/**
 * What the keys of the nodes' own signatures and tokens are derived from: the first makes them, each is understood, as
 * the app secret may be filled in meanwhile or only for the trigger. Nobody else knows the access token.
 * @throws CredentialError without both.
 */
export function ownSecretsOf(credential: CredentialData): [string, ...string[]] {
	const accessToken = trimmed(credential.accessToken);
	const appSecret = appSecretOf(credential);
	if (appSecret === undefined) return [requiredToken(credential)];
	return accessToken === '' ? [appSecret] : [appSecret, accessToken];
}

/** The secret of requests that the nodes send to themselves at once. Errors as `ownSecretsOf`. */
export function ownSecretOf(credential: CredentialData): string {
	return ownSecretsOf(credential)[0];
}

function requiredToken(credential: CredentialData): string {
	const accessToken = trimmed(credential.accessToken);
	if (accessToken) return accessToken;
	throw new CredentialError(
		'Access Token',
		"The credential has no access token. Open the credential and fill in 'Access Token'.",
	);
}

export function accountOf(credential: CredentialData): Account {
	return {
		phoneNumberId: trimmed(credential.phoneNumberId),
		wabaId: trimmed(credential.businessAccountId),
		appId: trimmed(credential.appId),
	};
}

/**
 * Makes the connection from what the user typed into the credential.
 * @throws CredentialError when a field is missing or invalid; nothing has been sent then.
 */
export function connectionFromCredential(credential: CredentialData): Connection {
	const accessToken = requiredToken(credential);
	// Invalid header characters would fail with a cryptic error.
	if (/[^\x21-\x7e]/.test(accessToken)) {
		throw new CredentialError(
			'Access Token',
			"The access token in the credential contains a space, a line break or a character that tokens never contain. Copy the whole token again, without 'Bearer' in front of it.",
		);
	}
	const appSecret = appSecretOf(credential) ?? '';
	const verifyToken = webhookVerifyToken(credential);
	const host = hostUrl(credential);
	const proof = appSecret && appSecretProof(accessToken, appSecret);
	return {
		baseUrl: `${host}/${apiVersion(credential)}`,
		host,
		apiUrl: host === metaHost ? metaApiHost : host,
		accessToken,
		headers: { authorization: `Bearer ${accessToken}` },
		query: proof ? { appsecret_proof: proof } : {},
		account: accountOf(credential),
		webhook: { appSecret: appSecretOf(credential), verifyToken },
		ownSecret: ownSecretOf(credential),
		secrets: [accessToken, appSecret, proof, verifyToken ?? ''].filter((secret) => secret !== ''),
	};
}

function hostUrl(credential: CredentialData): string {
	if (credential.host !== 'custom') return metaHost;
	const typed = trimmed(credential.baseUrl);
	const url = URL.canParse(typed) ? new URL(typed) : undefined;
	if (!url || !['http:', 'https:'].includes(url.protocol)) {
		throw new CredentialError(
			'Base URL',
			"The base URL in the credential is not a valid URL. Enter it with 'https://' in front, e.g. https://graph.example.com.",
		);
	}
	if (url.username || url.password || url.search || url.hash) {
		throw new CredentialError(
			'Base URL',
			'The base URL in the credential must contain only a host and a path. Remove any user name, password, query or fragment from it.',
		);
	}
	if (url.protocol === 'http:' && !isOnLocalNetwork(url.hostname)) {
		throw new CredentialError(
			'Base URL',
			"The base URL in the credential begins with 'http://', so the access token would travel unencrypted through the internet. Enter it with 'https://'. Only hosts of your own network, such as http://gateway:8080 or http://192.168.1.5, can be called without encryption.",
		);
	}
	const base = `${url.origin}${url.pathname}`.replace(/(?<!\/)\/+$/, '');
	if (/\/v\d+\.\d+$/.test(base)) {
		throw new CredentialError(
			'Base URL',
			"The base URL in the credential ends with a version. Leave it out there and enter it in 'API Version'.",
		);
	}
	return base;
}

function apiVersion(credential: CredentialData): string {
	const version = trimmed(credential.apiVersion) || defaultApiVersion;
	if (!/^v\d+\.\d+$/.test(version)) {
		throw new CredentialError(
			'API Version',
			`The API version in the credential must look like ${defaultApiVersion}.`,
		);
	}
	return version;
}

function trimmed(value: string | undefined): string {
	return (value ?? '').trim();
}
