/** What happened, and what to do next. None may contain the URL, which has a password. */
const sentences = {
	scheme:
		"'Redis URL' in the credential does not begin with redis:// or rediss://. Enter it like redis://user:password@redis.example.com:6379.",
	format:
		"'Redis URL' in the credential is not a valid URL of a Redis. Enter it like redis://user:password@redis.example.com:6379, with the number of a database behind it if it is not 0. Write special characters of the password as %40 for @, %23 for #, %2F for /, %25 for %.",
	unreachable:
		"Redis cannot be reached. Check that it is running, that the host and port in 'Redis URL' of the credential are right, and that n8n's machines may connect to it. If it accepts only TLS, begin the URL with rediss://.",
	slow: "Redis does not respond in time. Check that it is running and not overloaded, and that 'Redis URL' in the credential has the right host and port. A Redis without TLS needs redis:// instead of rediss://.",
	tls: "The TLS connection to Redis cannot be trusted or set up. Check that 'Redis URL' in the credential has the host name of its certificate. If your own authority signed the certificate, set NODE_EXTRA_CA_CERTS for n8n. A Redis without TLS needs redis:// instead of rediss://.",
	login:
		"Redis refuses the user name or password. Correct them in 'Redis URL' of the credential: redis://user:password@host:6379, without a user redis://:password@host:6379.",
	permission:
		"The user in 'Redis URL' of the credential may not do everything that the nodes need. Allow it to read, write and run scripts on the keys n8n-nodes-whatsapp-business:*.",
	readOnly:
		"Redis is a read-only replica. Enter the URL of the primary in 'Redis URL' of the credential.",
	cluster:
		"Redis runs as a cluster, which the nodes do not support. Enter the URL of a Redis without cluster mode in 'Redis URL' of the credential. It needs little memory.",
	database:
		"Redis does not have the database that stands at the end of 'Redis URL' in the credential. Enter a smaller number, or leave it out.",
	full: "Redis is full. Give it more memory (maxmemory), or enter another Redis in 'Redis URL' of the credential.",
	disk: 'Redis cannot save its data, so it accepts nothing. Look in the log of Redis, and free space on its disk.',
	clients: 'Redis has too many connections. Raise its limit (maxclients).',
	starting: 'Redis is still loading its data or is busy. Wait until it has finished.',
	tooOld:
		"Redis is older than version 6. Update it, or enter another Redis in 'Redis URL' of the credential.",
	notRedis:
		"What responds at 'Redis URL' of the credential is not Redis. Check the host and the port.",
	other:
		"Redis refuses a command. Check that 'Redis URL' in the credential is a Redis from version 6 on, or Valkey.",
} as const;

export type RedisReason = keyof typeof sentences;

/** Why Redis cannot be used. Never has the error of ioredis as its cause: that one contains what was sent. */
export class RedisError extends Error {
	constructor(readonly reason: RedisReason) {
		super(sentences[reason]);
		this.name = 'RedisError';
	}
}

/** How Redis begins its errors. https://github.com/redis/redis/blob/7.0/src/server.c (createSharedObjects) */
const replies: ReadonlyArray<[beginning: string, reason: RedisReason]> = [
	['WRONGPASS', 'login'],
	['NOAUTH', 'login'],
	['ERR invalid password', 'login'],
	['ERR AUTH', 'login'],
	['NOPERM', 'permission'],
	['READONLY', 'readOnly'],
	['MOVED', 'cluster'],
	['ASK', 'cluster'],
	['CLUSTERDOWN', 'cluster'],
	['CROSSSLOT', 'cluster'],
	['ERR SELECT is not allowed in cluster mode', 'cluster'],
	['ERR DB index', 'database'],
	['ERR invalid DB index', 'database'],
	['OOM', 'full'],
	['MISCONF', 'disk'],
	['ERR max number of clients', 'clients'],
	['LOADING', 'starting'],
	['BUSY', 'starting'],
	['MASTERDOWN', 'readOnly'],
	['NOREPLICAS', 'starting'],
];

/** Reads an error of ioredis. */
export function redisError(error: unknown): RedisError {
	if (error instanceof RedisError) return error;
	const { name = '', code = '', message = '' } = error as Partial<NodeJS.ErrnoException>;
	if (name === 'ReplyError') {
		return new RedisError(
			replies.find(([beginning]) => message.startsWith(beginning))?.[1] ?? 'other',
		);
	}
	if (message.startsWith('Unknown RESP type')) return new RedisError('notRedis');
	return new RedisError(isAboutTls(code) ? 'tls' : 'unreachable');
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
function isAboutTls(code: string): boolean {
	return /^(?:ERR_TLS|ERR_SSL|EPROTO)|CERT|ISSUER|SIGNATURE/.test(code);
}
