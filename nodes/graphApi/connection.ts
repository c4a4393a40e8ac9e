import { derivedKey } from './derivedKey';
import type { Host, HostTraits } from './hosts/host';
import type { HostIds } from './hosts/hostIds';
import type { OtherBase } from './types';

/** Who serves the API. The names are stored in credentials. */
export const hostNames = ['meta', 'custom', 'kapso', 'dialog360', 'onPremises'] as const;

export type HostName = (typeof hostNames)[number];

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
	host?: HostName;
	baseUrl?: string;
	apiVersion?: string;
	/** Of Kapso or 360dialog. */
	apiKey?: string;
	/** Of a server that speaks the On-Premises format. Without them the access token is sent. */
	username?: string;
	password?: string;
	/** Of templates in the On-Premises format. */
	templateNamespace?: string;
	/** What Turn.io signs webhooks with. */
	hookSecret?: string;
	/** PEM. Authorities that the certificate of a server in the On-Premises format may come from. */
	caCertificate?: string;
	/** `redis://` or `rediss://`: where the nodes of several machines remember. Empty: a file in n8n's user folder. */
	redisUrl?: string;
}

/** An ID that requests default to. */
export type AccountKey = 'phoneNumberId' | 'wabaId' | 'appId';

/** The IDs that requests default to. Empty if the credential has none. */
export interface Account extends Readonly<Record<AccountKey, string>> {
	/** Why an ID is still empty after it was looked for. Continues a sentence, e.g. 'the token can use 2 numbers: …'. */
	notFound?: Readonly<Partial<Record<AccountKey, string>>>;
	/** What is special about IDs at this host. Undefined: they are as at Meta. */
	ids?: HostIds;
}

/**
 * Everything that depends on the host. Each host has a module in `hosts/` that makes its connection. What it leaves out
 * is as with Meta.
 */
export interface Connection extends HostTraits, Pick<Host, 'keepsCallbackData'> {
	/** As in a sentence, e.g. 'Meta'. */
	hostName: string;
	/** Scheme, host and path prefix without a slash at the end, e.g. `https://graph.facebook.com/v26.0`. */
	baseUrl: string;
	/** The same without the version. */
	host: string;
	/** Where calls with another base go; they have no version. */
	bases: Readonly<Partial<Record<OtherBase, string>>>;
	accessToken: string;
	/** Sent with every call, to URLs that `mayReceiveSecret` allows only. */
	headers: Readonly<Record<string, string>>;
	query: Readonly<Record<string, string>>;
	account: Account;
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
export const defaultApiVersion = 'v26.0';

/**
 * The verify token Meta must present when it checks a callback URL: the one in the credential, or one
 * derived from the app secret, so that no token has to be invented or stored.
 */
export function webhookVerifyToken(credential: CredentialData): string | undefined {
	const given = trimmed(credential.webhookVerifyToken);
	const appSecret = appSecretOf(credential);
	if (given) return given;
	if (!appSecret) return undefined;
	return derivedKey(appSecret, 'verify token').toString('hex');
}

/** What Meta signs webhooks with. Other hosts have no app of ours. */
export function appSecretOf(credential: CredentialData): string | undefined {
	if (!isGraphApi(credential)) return undefined;
	return trimmed(credential.appSecret) || undefined;
}

/** Whether the host is the Graph API itself or a stand-in for it, with a token and an app of Meta's. */
export function isGraphApi(credential: Pick<CredentialData, 'host'>): boolean {
	return ['meta', 'custom'].includes(hostNameOf(credential));
}

/** The chosen host. None, or one of a newer version, counts as Meta. */
export function hostNameOf({ host }: Pick<CredentialData, 'host'>): HostName {
	return hostNames.find((name) => name === host) ?? 'meta';
}

export function accountOf(credential: CredentialData): Account {
	return {
		phoneNumberId: trimmed(credential.phoneNumberId),
		wabaId: trimmed(credential.businessAccountId),
		appId: trimmed(credential.appId),
	};
}

/** What was typed into a field of the credential. */
export function trimmed(value: string | undefined): string {
	return (value ?? '').trim();
}
