import { RedisConnection } from './redisConnection';
import { RedisError } from './redisError';
import { RedisStore } from './redisStore';

const oldestVersion = 6;

/**
 * Checks that the nodes can use what 'Redis URL' of the credential leads to. Takes a few seconds at most.
 * @throws RedisError with what is wrong and what to do.
 */
export async function checkRedis(url: string): Promise<void> {
	const connection = new RedisConnection(url);
	try {
		// A user may be forbidden to ask for it. Then what follows tells.
		const info = await connection.use((redis) => redis.info('server').catch(() => ''));
		if (/^redis_mode:cluster/m.test(info)) throw new RedisError('cluster');
		const version = /^redis_version:(\d+)/m.exec(info)?.[1];
		if (version !== undefined && Number(version) < oldestVersion) throw new RedisError('tooOld');
		await new RedisStore(connection).claim('check', '', 1_000);
	} finally {
		await connection.close();
	}
}
