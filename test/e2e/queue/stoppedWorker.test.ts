import { once } from 'node:events';
import { gracePeriodSeconds, type Worker } from '../setup/cluster';
import { Broadcast, prepareBroadcasts } from '../support/broadcast';
import { queueWorld } from '../support/world';

const size = { batches: 24, size: 40 };

/** As when a new version is put in its place. */
describe('Worker that is told to stop in the middle of a broadcast', () => {
	let broadcast: Broadcast;
	let worker: Worker;
	let before: Counts;
	let after: Counts;
	let stopped: { code: number | null; seconds: number };
	let unfinished: number;

	beforeAll(async () => {
		const { cluster } = queueWorld;
		await cluster.replaceWorkers();
		prepareBroadcasts();
		broadcast = await Broadcast.create(size, { messagesPerSecond: 26 });
		await broadcast.start();
		worker = await broadcast.workerInTheMiddle(cluster.concurrency);
		cluster.workers.splice(cluster.workers.indexOf(worker), 1);
		before = await counts(worker);
		stopped = await stop(worker);
		after = await counts(worker);
		await broadcast.finished();
		after.others = await begunByOthers();
		({ unfinished } = await broadcast.record());
	});

	afterAll(() => broadcast.remove());

	test('ends what it has in hand within the grace period', async () => {
		console.log(
			`${before.inHand} executions in hand; it ended after ${stopped.seconds} s of ${gracePeriodSeconds} s`,
		);
		expect(stopped.code).toBe(0);
		expect(after.inHand).toBe(0);
		expect(await worker.log()).not.toContain('Shutdown timed out');
	});

	test('takes no more executions; the others take the rest', () => {
		expect(after.begun).toBe(before.begun);
		expect(after.others).toBeGreaterThan(before.others);
		expect(unfinished).toBe(0);
	});

	test('nothing is lost and nothing doubled', () => {
		broadcast.expectAllOnce();
	});
});

interface Counts {
	begun: number;
	inHand: number;
	/** Executions that the other workers have begun. */
	others: number;
}

async function counts(worker: Worker): Promise<Counts> {
	const { begun, ended } = await worker.executions();
	return { begun, inHand: begun - ended, others: await begunByOthers() };
}

async function begunByOthers(): Promise<number> {
	const { workers } = queueWorld.cluster;
	const executions = await Promise.all(workers.map((worker) => worker.executions()));
	return executions.reduce((sum, { begun }) => sum + begun, 0);
}

/** SIGTERM to n8n alone, as a container gets it. */
async function stop({ process: child }: Worker): Promise<{ code: number | null; seconds: number }> {
	if (child.pid === undefined) throw new Error('The worker does not run.');
	const exited = once(child, 'exit');
	const startedAt = Date.now();
	process.kill(child.pid, 'SIGTERM');
	await exited;
	return { code: child.exitCode, seconds: Math.round((Date.now() - startedAt) / 100) / 10 };
}
