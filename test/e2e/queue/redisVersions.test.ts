import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { checkRedis } from '../../../nodes/memory/checkRedis';
import { RedisConnection } from '../../../nodes/memory/redisConnection';
import { RedisRate } from '../../../nodes/memory/redisRate';
import { RedisStore } from '../../../nodes/memory/redisStore';
import { RedisServer } from '../support/redisServer';

const silent = { warn: () => undefined, info: () => undefined };

describe('The oldest Redis that the nodes can use', () => {
	let server: RedisServer;
	beforeEach(async () => {
		server = await RedisServer.start();
	});
	afterEach(() => server.remove());

	test('is not newer than what the credential test asks for: version 6', async () => {
		const connection = new RedisConnection(server.url);
		const store = new RedisStore(connection);
		await checkRedis(server.url);
		await store.set('key', 'value', 1_000);
		await store.claim('key', 'value', 1_000);
		await store.replace('key', 'value', 'other', 1_000);
		await store.push('list', 'value', 1_000, 1);
		await store.list('list');
		await store.remove('list', 'value');
		await store.takeAll('list');
		await store.entries('');
		await store.delete('key');
		const rate = new RedisRate(connection, silent).of('number');
		await rate.reserve(1, 80, 1);
		await rate.refused(80);
		const stats = await connection.use((redis) => redis.info('commandstats'));
		const used = [...stats.matchAll(/^cmdstat_([a-z]+)/gm)].map(([, name = '']) => name);
		expect(used).toEqual(expect.arrayContaining(['set', 'eval', 'scan', 'rpush', 'hset']));
		const docs = await connection.use((redis) => redis.call('COMMAND', 'DOCS', ...used));
		await connection.close();
		const all = docs as Array<string | string[]>;
		const since = used.map((name) => {
			const about = all[all.indexOf(name) + 1] ?? [];
			return { name, version: String(about[about.indexOf('since') + 1]) };
		});
		expect(since.filter(({ version }) => !(Number.parseInt(version) < 6))).toEqual([]);
	});
});

/** What the test of the credential says of a server that calls itself so. No other version can be installed here. */
describe('The version of Redis', () => {
	let server: Server;
	afterEach(() => new Promise((resolve) => server.close(resolve)));

	test.each([
		['redis_version:5.0.14', 'tooOld'],
		['redis_version:6.0.20', undefined],
		['redis_version:7.4.0', undefined],
		['redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:9.0.0', undefined],
	])('%j', async (info, expected) => {
		server = await playRedis(info);
		const { port } = server.address() as AddressInfo;
		const checked = checkRedis(`redis://127.0.0.1:${port}`);
		if (expected === undefined) await expect(checked).resolves.toBeUndefined();
		else await expect(checked).rejects.toMatchObject({ reason: expected });
	});
});

/** A server that takes every command, and says so much about itself. */
async function playRedis(info: string): Promise<Server> {
	const text = `# Server\r\n${info}\r\n`;
	const responses: Readonly<Record<string, string>> = {
		info: `$${text.length}\r\n${text}\r\n`,
		evalsha: '$-1\r\n',
	};
	const server = createServer((socket) => {
		socket.on('error', () => undefined);
		socket.on('data', (data) => {
			for (const [, name = ''] of data.toString().matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/g)) {
				socket.write(responses[name.toLowerCase()] ?? '+OK\r\n');
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}
