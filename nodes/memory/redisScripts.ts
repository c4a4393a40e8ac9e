import type { Redis } from 'ioredis';

import { rateScripts } from './rateScripts';

/** What Redis does at once, in Lua. The first argument is the key; lifetimes are in milliseconds. */
const scripts = {
	claim: `
		local current = redis.call('GET', KEYS[1])
		if not current then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
		return current`,
	replace: `
		if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
		redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
		return 1`,
	pushOn: `
		redis.call('RPUSH', KEYS[1], ARGV[1])
		redis.call('LTRIM', KEYS[1], -tonumber(ARGV[3]), -1)
		redis.call('PEXPIRE', KEYS[1], ARGV[2])`,
	takeAll: `
		local list = redis.call('LRANGE', KEYS[1], 0, -1)
		redis.call('DEL', KEYS[1])
		return list`,
	...rateScripts,
} as const;

interface Scripts {
	claim(key: string, value: string, lifetime: number): Promise<string | null>;
	replace(key: string, expected: string, value: string, lifetime: number): Promise<0 | 1>;
	pushOn(key: string, value: string, lifetime: number, atMost: number): Promise<null>;
	takeAll(key: string): Promise<string[]>;
	reserve(
		key: string,
		atMost: number,
		maxRate: number,
		accepted: number,
	): Promise<[count: string, startsIn: string, interval: string]>;
	slowDown(key: string, maxRate: number): Promise<null>;
}

export type RedisClient = Redis & Scripts;

/** Adds the scripts. ioredis sends each once per connection, and again if Redis has forgotten it. */
export function withScripts(client: Redis): RedisClient {
	for (const [name, lua] of Object.entries(scripts)) {
		client.defineCommand(name, { numberOfKeys: 1, lua });
	}
	return client as RedisClient;
}
