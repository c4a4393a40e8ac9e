import { LoggerProxy } from 'n8n-workflow';

import type { CredentialData } from '../graphApi/connection';
import { processState } from '../graphApi/processState';
import type { SharedBucket, SharedRate } from '../graphApi/sharedBucket';
import type { MemoryLog } from './memory';
import { redisUrlOf } from './redisAddress';
import { redisPrefix } from './redisConnection';
import type { RedisConnection } from './redisConnection';
import { redisConnection } from './redisConnections';
import { redisError } from './redisError';
import type { RedisClient } from './redisScripts';

const rates = processState(() => new Map<string, RedisRate>());

/** Returns what lets all processes with the same 'Redis URL' send at one rate. Undefined if the credential has none. */
export function sharedRateOf(credential: Pick<CredentialData, 'redisUrl'>): SharedRate | undefined {
	const url = redisUrlOf(credential);
	if (url === '') return undefined;
	const rate = rates().get(url) ?? new RedisRate(redisConnection(url), LoggerProxy);
	rates().set(url, rate);
	return (number) => rate.of(number);
}

/** The rates of numbers in one Redis. */
export class RedisRate {
	private isMissing = false;

	constructor(
		private readonly connection: RedisConnection,
		private readonly log: MemoryLog,
	) {}

	/** The bucket of a number. Says once in the log that it cannot be reached, and that it can be again. */
	of(number: string): SharedBucket {
		const key = `${redisPrefix}rate ${number}`;
		return {
			reserve: async (atMost, maxRate, accepted) => {
				const [count, startsIn, interval] = await this.use((redis) =>
					redis.reserve(key, atMost, maxRate, accepted),
				);
				return { count: Number(count), startsIn: Number(startsIn), interval: Number(interval) };
			},
			refused: async (maxRate) => {
				await this.use((redis) => redis.slowDown(key, maxRate));
			},
		};
	}

	private async use<Result>(command: (redis: RedisClient) => Promise<Result>): Promise<Result> {
		try {
			const result = await this.connection.use(command);
			if (this.isMissing) this.log.info('The n8n processes share the rate of a number again.');
			this.isMissing = false;
			return result;
		} catch (error) {
			if (!this.isMissing) this.log.warn(`${redisError(error).message} ${consequence}`);
			this.isMissing = true;
			throw error;
		}
	}
}

const consequence =
	'Until then, each n8n process sends at the whole rate of a number, and slows down when WhatsApp refuses a message.';
