import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../e2e/until';
import { Broadcast } from './broadcast';
import { expectAllOnce, prepare, type QueueWorld } from './scenario';

const size = { batches: 24, size: 40 };
// Two cores have no time to hand over batches and to take statuses at once.
const statusAfterMs = 10_000;
const allStatusesMs = 90_000;

/** A worker is killed in the middle of a broadcast; what it had in hand is told by the statuses, and sent later. */
export async function checkKilledWorker(world: QueueWorld): Promise<void> {
	const { checks, cluster, simulator } = world;
	await prepare(simulator, statusAfterMs);
	const broadcast = await Broadcast.create(world, size, { messagesPerSecond: 26 });
	await broadcast.writeStatuses();
	await broadcast.start();
	await until('200 messages', () => simulator.messages()[199], 120_000);
	const pid = cluster.workers[1]?.process.pid;
	if (pid === undefined) throw new Error('There is no worker to kill.');
	process.kill(-pid, 'SIGKILL');
	await broadcast.finished();
	const sent = new Set(broadcast.sent());
	const lost = broadcast.lost();
	const { done, unfinished } = await broadcast.record();
	const inHand = broadcast.rows.filter((id) => !done.has(id));

	await checks.check('killed worker: nothing is sent twice', () => {
		if (broadcast.doubled() > 0) throw new Error(`${broadcast.doubled()} messages were doubled.`);
	});
	await checks.check('killed worker: no item is lost that had not been handed to it', () => {
		const others = lost.filter((id) => done.has(id));
		if (others.length > 0 || unfinished > cluster.concurrency) {
			throw new Error(
				`${others.length} were lost in executions that succeeded; ${unfinished} executions did not, and the worker had ${cluster.concurrency} at most.`,
			);
		}
	});
	const left = await statusesWritten(world, broadcast, lost.length);
	await checks.check('killed worker: each item in its hand is told as sent or not', () => {
		if (inHand.length === 0) throw new Error('It was killed when it had nothing in hand.');
		const wrong = inHand.filter((id) => left.has(id) === sent.has(id));
		const others = [...left].filter((id) => done.has(id));
		console.log(
			`        it had ${unfinished} executions with ${inHand.length} items in hand; ${inHand.length - lost.length} were sent, ${lost.length} were not`,
		);
		if (wrong.length + others.length > 0) {
			throw new Error(
				`The table is wrong about the rows ${some(wrong)}, and leaves open ${some(others)} of other executions.`,
			);
		}
	});
	await broadcast.takeBack();
	await broadcast.start();
	await broadcast.finished();
	await expectAllOnce(checks, 'killed worker: a second run sends the rest', broadcast);
	await broadcast.remove();
}

function some(ids: string[]): string {
	return ids.length === 0 ? '–' : `${ids.slice(0, 10).join(', ')} (${ids.length} in all)`;
}

/** IDs of the rows without a status from WhatsApp, once every status that comes has been written. */
async function statusesWritten(
	{ simulator }: QueueWorld,
	broadcast: Broadcast,
	expected: number,
): Promise<Set<string>> {
	await simulator.settled(allStatusesMs);
	const deadline = Date.now() + allStatusesMs;
	let left = new Set(await broadcast.left());
	while (left.size > expected && Date.now() < deadline) {
		await sleep(1000);
		left = new Set(await broadcast.left());
	}
	return left;
}
