import type { CredentialData } from '../graphApi/connection';
import { RedisError } from './redisError';

/** Where a Redis is and how to log in, as ioredis takes it. */
export interface RedisAddress {
	host: string;
	port: number;
	username?: string;
	password?: string;
	db: number;
	tls?: object;
}

/** 'Redis URL' of the credential. Empty if it has none. */
export function redisUrlOf({ redisUrl = '' }: Pick<CredentialData, 'redisUrl'>): string {
	return redisUrl.trim();
}

const defaultPort = 6379;

/**
 * Reads 'Redis URL' of the credential. Nothing is called.
 * https://www.iana.org/assignments/uri-schemes/prov/redis
 * @throws RedisError if it is not the URL of a Redis.
 */
export function redisAddress(redisUrl: string): RedisAddress {
	if (!/^rediss?:\/\//i.test(redisUrl)) throw new RedisError('scheme');
	const url = URL.canParse(redisUrl) ? new URL(redisUrl) : undefined;
	const database = /^\/?(\d{0,4})$/.exec(url?.pathname ?? '')?.[1];
	if (!url || url.hostname === '' || database === undefined || url.search || url.hash) {
		throw new RedisError('format');
	}
	return {
		// An IPv6 address has brackets in a URL only.
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port === '' ? defaultPort : Number(url.port),
		username: decoded(url.username),
		password: decoded(url.password),
		db: Number(database),
		...(url.protocol === 'rediss:' ? { tls: {} } : {}),
	};
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text) || undefined;
	} catch {
		throw new RedisError('format');
	}
}
