import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { Memory } from '../../../nodes/memory/memory';
import { redisError } from '../../../nodes/memory/redisError';
import { until } from '../../support/until';
import { long } from '../../support/stores/place';
import { openStore } from '../../support/stores/redis';
import { RedisServer } from '../support/redisServer';

describe.each([
	{ disk: 'with its data', options: ['--appendonly', 'yes', '--appendfsync', 'always'] },
	{ disk: 'without its data', options: [] },
])('A Redis that is gone and comes back $disk', ({ options }) => {
	let server: RedisServer;
	let memory: Memory;
	let log: string[];

	beforeEach(async () => {
		server = await RedisServer.start(...options);
		log = [];
		const add = (message: string) => log.push(message);
		const explain = (error: unknown) => redisError(error).message;
		memory = new Memory(openStore(server.url), explain, { warn: add, info: add }, 100);
		await memory.claim('before', 'kept', long);
	});

	afterEach(async () => {
		await memory.close();
		await server.remove();
	});

	const back = () => until(() => memory.weakness === undefined);

	/** What another process finds. */
	async function elsewhere(key: string): Promise<string | undefined> {
		const store = openStore(server.url);
		const value = await store.get(key);
		await store.close();
		return value;
	}

	test('is told what it has missed after it was killed', async () => {
		await server.kill();
		expect(await memory.claim('meanwhile', 'mine', long)).toBeUndefined();
		expect(await memory.claim('meanwhile', 'other', long)).toBe('mine');
		expect(memory.weakness).toMatch(/^Redis cannot be reached/);
		await server.start();
		await back();
		expect(await elsewhere('meanwhile')).toBe('mine');
		expect(await elsewhere('before')).toBe(options.length > 0 ? 'kept' : undefined);
		// Its scripts are gone with it.
		expect(await memory.claim('after', 'mine', long)).toBeUndefined();
		expect(await elsewhere('after')).toBe('mine');
		expect(log).toEqual([
			expect.stringMatching(/^Redis cannot be reached/),
			expect.stringMatching(/again/),
		]);
	});

	test('holds nobody up while it does not respond', async () => {
		server.hang();
		const all = await Promise.all(
			Array.from({ length: 100 }, (_, index) => memory.claim(`key ${index}`, 'mine', long)),
		);
		expect(all).toEqual(Array.from({ length: 100 }));
		expect(memory.weakness).toMatch(/^Redis does not respond/);
		expect(await memory.get('key 99')).toBe('mine');
		server.goOn();
		await back();
		expect(await elsewhere('key 99')).toBe('mine');
		expect(log).toHaveLength(2);
	});
});

describe('A Redis that can be read, but not written', () => {
	let server: RedisServer;
	let memory: Memory;

	beforeEach(async () => {
		server = await RedisServer.start();
		const log = { warn: () => undefined, info: () => undefined };
		memory = new Memory(openStore(server.url), (error) => redisError(error).message, log, 100);
		await memory.claim('before', 'kept', long);
	});

	afterEach(async () => {
		await memory.close();
		await server.remove();
	});

	test.each<[string, string[], string[], RegExp]>([
		['full', ['maxmemory', '1'], ['maxmemory', '0'], /^Redis is full/],
		[
			'without its replicas',
			['min-replicas-to-write', '1'],
			['min-replicas-to-write', '0'],
			/^Redis is still/,
		],
	])('still counts when it is %s', async (_what, fault, mended, reason) => {
		await server.command('CONFIG', 'SET', ...fault);
		expect(await memory.claim('meanwhile', 'mine', long)).toBeUndefined();
		expect(memory.weakness).toMatch(reason);
		expect(await memory.get('before')).toBe('kept');
		expect(await memory.claim('before', 'other', long)).toBe('kept');
		await server.command('CONFIG', 'SET', ...mended);
		await until(() => memory.weakness === undefined);
		expect(await memory.claim('meanwhile', 'other', long)).toBe('mine');
	});
});

describe('A Redis that cuts the connection', () => {
	let server: RedisServer;
	let memory: Memory;

	beforeEach(async () => {
		server = await RedisServer.start();
		const log = { warn: () => undefined, info: () => undefined };
		memory = new Memory(openStore(server.url), (error) => redisError(error).message, log, 600_000);
		await memory.claim('before', 'kept', long);
		await server.command('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
	});

	afterEach(async () => {
		await memory.close();
		await server.remove();
	});

	test('is asked again on another one', async () => {
		const found = [memory.claim('before', 'other', long), memory.claim('free', 'mine', long)];
		expect(await Promise.all(found)).toEqual(['kept', undefined]);
		expect(memory.weakness).toBeUndefined();
		expect(await memory.claim('free', 'other', long)).toBe('mine');
	});
});

describe('A process that has used Redis', () => {
	let server: RedisServer;
	beforeEach(async () => {
		server = await RedisServer.start();
	});
	afterEach(() => server.remove());

	test.each(['is there', 'was killed', 'does not respond'])(
		'ends by itself when Redis %s',
		async (what) => {
			const modules = ['memoryOf', 'redisRate'].map((name) =>
				JSON.stringify(require.resolve(`../../../nodes/memory/${name}.ts`)),
			);
			const script = `
				const { memoryOf } = require(${modules[0]});
				const { sharedRateOf } = require(${modules[1]});
				const use = async () => {
					await memoryOf({ redisUrl: '${server.url}' }).set('key', 'value', 1000);
					await sharedRateOf({ redisUrl: '${server.url}' })('number').reserve(1, 80, 0).catch(() => 0);
				};
				use().then(() => {
					console.log('used');
					process.stdin.once('data', () => use().finally(() => process.stdin.destroy()));
				});`;
			const tsx = pathToFileURL(require.resolve('tsx')).href;
			const child = spawn(process.execPath, ['--import', tsx, '--eval', script], {
				stdio: ['pipe', 'pipe', 'inherit'],
			});
			await once(child.stdout, 'data');
			if (what === 'was killed') await server.kill();
			if (what === 'does not respond') server.hang();
			child.stdin.write('\n');
			expect(await once(child, 'exit')).toEqual([0, null]);
		},
	);
});
