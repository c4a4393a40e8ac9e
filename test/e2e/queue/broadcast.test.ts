import { Broadcast, pace, prepareBroadcasts, throughput } from '../support/broadcast';
import { queueWorld } from '../support/world';

const size = { batches: 20, size: 60 };

describe.each([
	{ rate: throughput, each: 'the whole throughput', shared: true },
	{ rate: throughput, each: 'the whole throughput', shared: false },
	{ rate: Math.floor(throughput / 3), each: 'a third of the throughput', shared: false },
])(
	'Broadcast over three workers, each set to $each ($rate/s), with a Redis URL: $shared',
	({ rate, shared }) => {
		let broadcast: Broadcast;
		/** Executions that each worker had. */
		let share: number[];

		beforeAll(async () => {
			await queueWorld.cluster.replaceWorkers();
			prepareBroadcasts();
			const { credential, withoutRedis } = queueWorld;
			broadcast = await Broadcast.create(
				size,
				{ messagesPerSecond: rate },
				shared ? credential : withoutRedis,
			);
			const before = await begun();
			await broadcast.start();
			await broadcast.handOverLastAgain();
			await broadcast.finished();
			share = (await begun()).map((count, worker) => count - (before[worker] ?? 0));
		});

		afterAll(async () => {
			const { perSecond, rejected } = pace();
			console.log(
				`${perSecond.toFixed(1)} messages/s of ${throughput} allowed, ${(100 * rejected).toFixed(1)}% of the tries rejected`,
			);
			await broadcast.remove();
		});

		test('each worker has executions of it', () => {
			// One of the executions is the one that divides.
			expect(Math.min(...share)).toBeGreaterThanOrEqual(2);
		});

		test('with one batch handed over three times, nothing is lost and nothing doubled', () => {
			broadcast.expectAllOnce();
		});

		test('nobody can hand over a batch without the key', async () => {
			expect(await broadcast.statusWithoutKey()).toBe(403);
		});
	},
);

async function begun(): Promise<number[]> {
	const { workers } = queueWorld.cluster;
	return await Promise.all(workers.map(async (worker) => (await worker.executions()).begun));
}
