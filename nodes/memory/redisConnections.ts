import { processState } from '../graphApi/processState';
import { RedisConnection } from './redisConnection';

const connections = processState(
	() => new Map<string, RedisConnection>(),
	(all) => {
		for (const connection of all.values()) void connection.close();
	},
);

/**
 * Returns the connection that all of this process share.
 * @param url 'Redis URL' of the credential.
 */
export function redisConnection(url: string): RedisConnection {
	const connection = connections().get(url) ?? new RedisConnection(url);
	connections().set(url, connection);
	return connection;
}
