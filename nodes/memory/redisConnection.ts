import { redisAddress } from './redisAddress';
import { RedisError, redisError } from './redisError';
import type { RedisReason } from './redisError';
import { withScripts } from './redisScripts';
import type { RedisClient } from './redisScripts';

/** Before each key, so that other programs may use the same database. */
export const redisPrefix = 'n8n-nodes-whatsapp-business:';

/** Milliseconds until Redis counts as gone. */
const timeLimit = 2_000;
/** Milliseconds to wait for a Redis that was gone. It goes on connecting, and whoever comes later finds it. */
const timeLimitOnceGone = 200;
/** Milliseconds between two looks at the time. */
const step = 50;

/**
 * A connection to Redis, opened when first used. Whoever uses it waits for a Redis that does not respond once; then
 * all are told at once that it is gone, until it is back. Does not keep the process from ending.
 */
export class RedisConnection {
	private opening: Promise<RedisClient> | undefined;
	private isGone = false;

	/** @param url 'Redis URL' of the credential. */
	constructor(private readonly url: string) {}

	/** @throws RedisError, also when Redis does not respond in time: it may have done what it was to do or not. */
	async use<Result>(command: (redis: RedisClient) => Promise<Result>): Promise<Result> {
		const opening = (this.opening ??= this.open());
		const client = await within(this.isGone ? timeLimitOnceGone : timeLimit, opening);
		try {
			return await within(timeLimit, command(client));
		} catch (error) {
			// A new connection says what is wrong, and may reach another Redis after a failover.
			if (this.forget(opening)) client.disconnect();
			this.isGone = true;
			throw redisError(error);
		}
	}

	async close(): Promise<void> {
		const client = await this.opening?.catch(() => undefined);
		client?.disconnect();
	}

	private open(): Promise<RedisClient> {
		const opening = openRedis(this.url, () => this.forget(opening));
		opening.then(
			() => (this.isGone = false),
			() => {
				this.isGone = true;
				this.forget(opening);
			},
		);
		return opening;
	}

	/** The next use opens a new connection. Returns whether this one was still in use. */
	private forget(opening: Promise<RedisClient>): boolean {
		const isCurrent = this.opening === opening;
		if (isCurrent) this.opening = undefined;
		return isCurrent;
	}
}

/** @param onEnd called when the connection has ended, whatever the reason. */
async function openRedis(url: string, onEnd: () => void): Promise<RedisClient> {
	// Loaded only for those who use it.
	const [address, { Redis }] = [redisAddress(url), await import('ioredis')];
	const client = withScripts(
		new Redis({
			...address,
			lazyConnect: true,
			enableAutoPipelining: true,
			// Nothing waits for a connection, and nothing is sent twice.
			enableOfflineQueue: false,
			retryStrategy: null,
			maxRetriesPerRequest: 0,
			connectTimeout: 2 * timeLimit,
			disconnectTimeout: step,
			// The first command says more than this check, and needs fewer permissions.
			enableReadyCheck: false,
			protocol: 2,
			disableClientInfo: true,
		}),
	);
	let problem: unknown;
	// An 'error' without a listener would end n8n. Here is the reason; what rejects says only that it was closed.
	client.on('error', (error) => (problem ??= error));
	try {
		await within(timeLimit, client.connect());
		if (problem !== undefined) throw problem as Error;
		// Whoever may not use this Redis is refused, and so are clusters.
		await within(timeLimit, client.set(`${redisPrefix}check`, '1', 'PX', 1_000)).catch(
			allowReading,
		);
		client.stream.unref();
		client.once('end', onEnd);
		return client;
	} catch (error) {
		client.disconnect();
		throw redisError(problem ?? error);
	}
}

/** Why a Redis takes nothing, although it may tell what it has. */
const stillReadable: readonly RedisReason[] = ['readOnly', 'full', 'disk', 'starting'];

function allowReading(error: unknown): void {
	if (!stillReadable.includes(redisError(error).reason)) throw error;
}

/** Rejects after some milliseconds. Counts in steps: while this process is busy, it does not hear what Redis says. */
function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		let stepsLeft = milliseconds / step;
		const timer = setInterval(() => {
			if (--stepsLeft > 0) return;
			clearInterval(timer);
			reject(new RedisError('slow'));
		}, step);
		promise.then(resolve, reject).finally(() => clearInterval(timer));
	});
}
