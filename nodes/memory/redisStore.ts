import { redisPrefix } from './redisConnection';
import type { RedisConnection } from './redisConnection';
import type { Store } from './store';

/** Keys that Redis looks at in one go, and values that it returns in one. */
const keysAtOnce = 1_000;

/**
 * A store in Redis from version 6 on, or Valkey, for several machines. Redis Cluster is not supported. Every operation
 * rejects with a RedisError.
 */
export class RedisStore implements Store {
	constructor(private readonly connection: RedisConnection) {}

	async get(key: string): Promise<string | undefined> {
		return (await this.connection.use((redis) => redis.get(stored(key)))) ?? undefined;
	}

	async set(key: string, value: string, lifetime: number): Promise<void> {
		await this.connection.use((redis) =>
			redis.set(stored(key), value, 'PX', milliseconds(lifetime)),
		);
	}

	async delete(key: string): Promise<void> {
		await this.connection.use((redis) => redis.del(stored(key)));
	}

	async claim(key: string, value: string, lifetime: number): Promise<string | undefined> {
		const current = await this.connection.use((redis) =>
			redis.claim(stored(key), value, milliseconds(lifetime)),
		);
		return current ?? undefined;
	}

	async replace(key: string, expected: string, value: string, lifetime: number): Promise<boolean> {
		const replaced = await this.connection.use((redis) =>
			redis.replace(stored(key), expected, value, milliseconds(lifetime)),
		);
		return replaced === 1;
	}

	async push(key: string, value: string, lifetime: number, atMost: number): Promise<void> {
		await this.connection.use((redis) =>
			redis.pushOn(stored(key), value, milliseconds(lifetime), atMost),
		);
	}

	async list(key: string): Promise<string[]> {
		return await this.connection.use((redis) => redis.lrange(stored(key), 0, -1));
	}

	async takeAll(key: string): Promise<string[]> {
		return await this.connection.use((redis) => redis.takeAll(stored(key)));
	}

	async entries(prefix: string): Promise<Map<string, string>> {
		const found = new Map<string, string>();
		const pattern = `${escaped(stored(prefix))}*`;
		let cursor = '0';
		do {
			const [next, keys] = await this.connection.use((redis) =>
				redis.scan(cursor, 'MATCH', pattern, 'COUNT', keysAtOnce),
			);
			cursor = next;
			if (keys.length === 0) continue;
			const values = await this.connection.use((redis) => redis.mget(keys));
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
