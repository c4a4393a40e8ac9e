import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { burstSeconds } from '../../../nodes/graphApi/tokenBucket';
import { RedisConnection } from '../../../nodes/memory/redisConnection';
import { RedisRate } from '../../../nodes/memory/redisRate';
import { until } from '../../support/until';
import { RedisServer } from '../support/redisServer';

const rate = 80;

let server: RedisServer;
beforeEach(async () => {
	server = await RedisServer.start();
});
afterEach(() => server.remove());

/** A process that sends to the number, see sendingProcess.ts. */
class Sender {
	/** When it sent, in milliseconds. */
	readonly times: number[] = [];
	private isReady = false;
	private readonly child: ChildProcess;

	constructor(redisUrl: string, messagesPerSecond = rate) {
		const program = require.resolve('../support/sendingProcess.ts');
		const tsx = pathToFileURL(require.resolve('tsx')).href;
		const args = ['--import', tsx, program, redisUrl, String(messagesPerSecond)];
		this.child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
		createInterface({ input: this.child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
			if (line === 'ready') this.isReady = true;
			else this.times.push(Number(line));
		});
	}

	async begin(): Promise<void> {
		await until(() => this.isReady);
		this.child.stdin?.write('\n');
	}

	async kill(): Promise<void> {
		if (this.child.exitCode !== null || this.child.signalCode !== null) return;
		this.child.kill('SIGKILL');
		await once(this.child, 'exit');
	}
}

describe('Three processes that send from one number', () => {
	let senders: Sender[];
	afterEach(() => Promise.all(senders.map((sender) => sender.kill())));

	const timesOf = () => senders.flatMap(({ times }) => times).sort((one, other) => one - other);

	/** Messages beyond the rate, where they are most. Whatever this machine does meanwhile can only hold them back. */
	function mostBeyondRate(times: number[]): number {
		const [first = 0] = times;
		return Math.max(...times.map((time, index) => index + 1 - ((time - first) / 1000) * rate));
	}

	async function start(...urls: string[]): Promise<void> {
		senders = urls.map((url) => new Sender(url));
		await Promise.all(senders.map((sender) => sender.begin()));
	}

	test('keep to its rate together, also after one was killed', async () => {
		await start(server.url, server.url, server.url);
		await until(() => timesOf().length > 300);
		await senders[0]?.kill();
		await until(() => timesOf().length > 600);
		expect(mostBeyondRate(timesOf())).toBeLessThanOrEqual(rate * burstSeconds + 2);
		for (const { times } of senders) expect(times.length).toBeGreaterThan(20);
	});

	test('go on without Redis, and together again when it is back', async () => {
		await start(server.url, server.url, server.url);
		await until(() => timesOf().length > 100);
		await server.kill();
		const counts = () => senders.map(({ times }) => times.length);
		const before = counts();
		await until(() => counts().every((count, index) => count > (before[index] ?? 0) + 50));
		await server.start();
		const connection = new RedisConnection(server.url);
		const asked = () =>
			connection.use((redis) =>
				redis.exists('n8n-nodes-whatsapp-business:rate number').then((count) => count > 0),
			);
		await until(asked);
		await connection.close();
	});
});

describe("A number's rate in Redis", () => {
	let connection: RedisConnection;
	let log: string[];
	let rates: RedisRate;

	beforeEach(() => {
		connection = new RedisConnection(server.url);
		log = [];
		const add = (message: string) => log.push(message);
		rates = new RedisRate(connection, { warn: add, info: add });
	});
	afterEach(() => connection.close());

	test('gives a tenth of a second at a time, one after the other', async () => {
		const bucket = rates.of('number');
		const first = await bucket.reserve(100, 80, 0);
		const second = await bucket.reserve(3, 80, 0);
		const third = await bucket.reserve(100, 80, 0);
		expect(first).toEqual({ count: 8, startsIn: 0, interval: 12.5 });
		expect([second.count, third.count]).toEqual([3, 8]);
		// The clock of Redis goes on between two calls.
		expect(second.startsIn).toBeLessThan(100);
		expect(third.startsIn).toBeLessThan(100 + 3 * 12.5);
	});

	test('has one rate for each number, which the fastest decides', async () => {
		expect(await rates.of('slow').reserve(100, 0.5, 0)).toMatchObject({ count: 1, interval: 2000 });
		const bucket = rates.of('number');
		const both = await Promise.all([1000, 20].map((each) => bucket.reserve(100, each, 0)));
		for (const { count, interval } of both) expect([count, interval]).toEqual([100, 1]);
	});

	test('does not make a faster process wait for the pause of a slower one', async () => {
		const bucket = rates.of('number');
		await bucket.reserve(1, 0.1, 0);
		expect((await bucket.reserve(1, 80, 0)).startsIn).toBeLessThanOrEqual(1000 / 80);
	});

	test('goes on after the clock of Redis was set back', async () => {
		const bucket = rates.of('number');
		await bucket.reserve(1, 80, 0);
		await bucket.refused(80);
		const inAnHour = Date.now() + 3_600_000;
		await connection.use((redis) =>
			redis.hset('n8n-nodes-whatsapp-business:rate number', {
				next: inAnHour,
				fastestUntil: inAnHour,
				halvedAt: inAnHour,
			}),
		);
		expect(await bucket.reserve(1, 40, 0)).toMatchObject({ startsIn: 0, interval: 1000 / 40 });
		await bucket.refused(40);
		expect(await bucket.reserve(1, 40, 0)).toMatchObject({ interval: 1000 / 20 });
	});

	test('is halved once in a second of refusals, and recovers with success', async () => {
		const [bucket, other] = [rates.of('number'), rates.of('number')];
		await bucket.reserve(1, 80, 0);
		await Promise.all([bucket.refused(80), other.refused(80), bucket.refused(80)]);
		expect(await other.reserve(1, 80, 0)).toMatchObject({ interval: 1000 / 40 });
		// A second of success at 40 per second.
		expect((await other.reserve(1, 80, 40)).interval).toBeCloseTo(1000 / 48, 6);
		expect(await bucket.reserve(1, 80, 10_000)).toMatchObject({ interval: 1000 / 80 });
	});

	test('never falls below one per second, or the rate that is set', async () => {
		for (const [number, messagesPerSecond, lowest] of [
			['one', 1.5, 1],
			['two', 0.5, 0.5],
		] as const) {
			const bucket = rates.of(number);
			await bucket.reserve(1, messagesPerSecond, 0);
			await bucket.refused(messagesPerSecond);
			const { interval } = await bucket.reserve(1, messagesPerSecond, 0);
			expect(interval).toBeCloseTo(1000 / lowest, 6);
		}
	});

	test('is forgotten when nobody sends', async () => {
		await rates.of('number').reserve(1, 80, 0);
		const lifetime = await connection.use((redis) =>
			redis.pttl('n8n-nodes-whatsapp-business:rate number'),
		);
		expect(lifetime).toBeGreaterThan(0);
	});

	test('rejects while Redis is gone, and says so once', async () => {
		const bucket = rates.of('number');
		await server.kill();
		await expect(bucket.reserve(1, 80, 0)).rejects.toThrow(/^Redis cannot be reached/);
		await expect(bucket.refused(80)).rejects.toThrow(/^Redis/);
		await server.start();
		await bucket.reserve(1, 80, 0);
		expect(log).toEqual([
			expect.stringMatching(/^Redis cannot be reached.* each n8n process sends/),
			expect.stringMatching(/again/),
		]);
	});
});
