import { once } from 'node:events';
import { until } from '../e2e/until';
import { Broadcast } from './broadcast';
import { gracePeriodSeconds, type Worker } from './cluster';
import { expectAllOnce, prepare, type QueueWorld } from './scenario';

const rate = 26;
const size = { batches: 24, size: 40 };

/** A worker is told to stop in the middle of a broadcast, as when a new version is put in its place. */
export async function checkStoppedWorker(world: QueueWorld): Promise<void> {
	const { checks, cluster, simulator } = world;
	await prepare(simulator);
	const broadcast = await Broadcast.create(world, size, { messagesPerSecond: rate });
	await broadcast.start();
	await until('200 messages', () => simulator.messages()[199], 120_000);
	const worker = cluster.workers.shift();
	if (!worker) throw new Error('There is no worker to stop.');
	const before = await worker.executions();
	const othersBefore = await begunBy(cluster.workers);
	const { code, seconds } = await stop(worker);
	const after = await worker.executions();
	await broadcast.finished();
	const othersAfter = await begunBy(cluster.workers);
	const { unfinished } = await broadcast.record();
	await broadcast.remove();

	const inHand = before.begun - before.ended;
	await checks.check(
		'stopped worker: ends what it has in hand within the grace period',
		async () => {
			if (inHand < cluster.concurrency) {
				throw new Error(`It was stopped when it had ${inHand} executions in hand.`);
			}
			const open = after.begun - after.ended;
			if (code !== 0 || open > 0 || (await worker.log()).includes('Shutdown timed out')) {
				throw new Error(
					`It ended with ${code} after ${seconds} s and left ${open} executions open.`,
				);
			}
		},
	);
	console.log(
		`        ${inHand} executions in hand; it ended after ${seconds} s of ${gracePeriodSeconds} s`,
	);
	await checks.check('stopped worker: takes no more executions; the others take the rest', () => {
		if (after.begun > before.begun || othersAfter === othersBefore || unfinished > 0) {
			throw new Error(
				`It began ${after.begun - before.begun} more, the others ${othersAfter - othersBefore}; ${unfinished} did not succeed.`,
			);
		}
	});
	await expectAllOnce(checks, 'stopped worker', broadcast);
}

async function begunBy(workers: Worker[]): Promise<number> {
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
