import { redisPrefix } from './redisConnection';
import type { RedisConnection } from './redisConnection';
import type { RedisError } from './redisError';
import type { RedisClient } from './redisScripts';
import type { Store } from './store';

/** Keys that Redis looks at in one go, and values that it returns in one. */
const keysAtOnce = 1_000;

type Command<Result> = (redis: RedisClient) => Promise<Result>;

/**
 * A store in Redis from version 6 on, or Valkey, for several machines. Redis Cluster is not supported. Every operation
 * rejects with a RedisError.
 */
export class RedisStore implements Store {
	constructor(private readonly connection: RedisConnection) {}

	async get(key: string): Promise<string | undefined> {
		return (await this.use((redis) => redis.get(stored(key)))) ?? undefined;
	}

	async getAll(keys: readonly string[]): Promise<Array<string | undefined>> {
		const found: Array<string | undefined> = [];
		for (let first = 0; first < keys.length; first += keysAtOnce) {
			const some = keys.slice(first, first + keysAtOnce).map(stored);
			const values = await this.use((redis) => redis.mget(some));
			found.push(...values.map((value) => value ?? undefined));
		}
		return found;
	}

	async set(key: string, value: string, lifetime: number): Promise<void> {
		await this.use((redis) => redis.set(stored(key), value, 'PX', milliseconds(lifetime)));
	}

	async delete(key: string): Promise<void> {
		await this.use((redis) => redis.del(stored(key)));
	}

	async claim(key: string, value: string, lifetime: number): Promise<string | undefined> {
		const claim: Command<string | null> = (redis) =>
			redis.claim(stored(key), value, milliseconds(lifetime));
		const current = await this.use(claim, async (redis) => {
			const found = await claim(redis);
			return found === value ? null : found;
		});
		return current ?? undefined;
	}

	async claimAll(
		keys: readonly string[],
		value: string,
		lifetime: number,
	): Promise<Array<string | undefined>> {
		return await Promise.all(keys.map((key) => this.claim(key, value, lifetime)));
	}

	async replace(key: string, expected: string, value: string, lifetime: number): Promise<boolean> {
		const replace: Command<boolean> = async (redis) =>
			(await redis.replace(stored(key), expected, value, milliseconds(lifetime))) === 1;
		return await this.use(
			replace,
			async (redis) => (await replace(redis)) || (await redis.get(stored(key))) === value,
		);
	}

	async push(key: string, value: string, lifetime: number, atMost: number): Promise<void> {
		await this.use(
			(redis) => redis.pushOn(stored(key), value, milliseconds(lifetime), atMost),
			'not again',
		);
	}

	async list(key: string): Promise<string[]> {
		return await this.use((redis) => redis.lrange(stored(key), 0, -1));
	}

	async remove(key: string, value: string): Promise<void> {
		await this.connection.use((redis) => redis.lrem(stored(key), 0, value));
	}

	async takeAll(key: string): Promise<string[]> {
		return await this.use((redis) => redis.takeAll(stored(key)), 'not again');
	}

	async entries(prefix: string): Promise<Map<string, string>> {
		const found = new Map<string, string>();
		const pattern = `${escaped(stored(prefix))}*`;
		let cursor = '0';
		do {
			const [next, keys] = await this.use((redis) =>
				redis.scan(cursor, 'MATCH', pattern, 'COUNT', keysAtOnce),
			);
			cursor = next;
			if (keys.length === 0) continue;
			const values = await this.use((redis) => redis.mget(keys));
			keys.forEach((key, index) => {
				const value = values[index];
				// A list has none, nor has what has just expired.
				if (typeof value === 'string') found.set(key.slice(redisPrefix.length), value);
			});
		} while (cursor !== '0');
		return found;
	}

	async close(): Promise<void> {
		await this.connection.close();
	}

	/**
	 * A connection that was cut may have been idle for too long, or Redis has another primary now.
	 * @param again what is done on a new connection then, since the command may have been carried out.
	 */
	private async use<Result>(
		command: Command<Result>,
		again: Command<Result> | 'not again' = command,
	): Promise<Result> {
		try {
			return await this.connection.use(command);
		} catch (error) {
			if (again === 'not again' || (error as RedisError).reason !== 'unreachable') throw error;
			return await this.connection.use(again);
		}
	}
}

function stored(key: string): string {
	return `${redisPrefix}${key}`;
}

/** Redis takes a whole number above 0. */
function milliseconds(lifetime: number): number {
	return Math.min(Math.max(1, Math.ceil(lifetime)), Number.MAX_SAFE_INTEGER);
}

/** https://redis.io/docs/latest/commands/keys */
function escaped(text: string): string {
	return text.replace(/[\\*?[\]^-]/g, '\\$&');
}
