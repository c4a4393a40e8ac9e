import { Broadcast, prepareBroadcasts } from '../support/broadcast';
import { until } from '../support/until';
import { queueWorld, settled } from '../support/world';

const size = { batches: 24, size: 40 };
// After the kill: a status that the killed worker had in hand would be missing in the table.
const statusAfterMs = 25_000;

/** What it had in hand is known from the statuses, and sent later. */
describe('Worker that is killed in the middle of a broadcast', () => {
	let broadcast: Broadcast;
	let lost: string[];
	/** Rows of executions that succeeded. */
	let done: Set<string>;
	/** Executions that did not succeed. */
	let unfinished: number;

	beforeAll(async () => {
		const { cluster } = queueWorld;
		await cluster.replaceWorkers();
		prepareBroadcasts(statusAfterMs);
		broadcast = await Broadcast.create(size, { messagesPerSecond: 26 });
		await broadcast.writeStatuses();
		await broadcast.start();
		const worker = await broadcast.workerInTheMiddle(1);
		cluster.workers.splice(cluster.workers.indexOf(worker), 1);
		if (worker.process.pid === undefined) throw new Error('The worker does not run.');
		process.kill(-worker.process.pid, 'SIGKILL');
		await broadcast.finished();
		lost = broadcast.lost();
		({ done, unfinished } = await broadcast.record());
	});

	afterAll(() => broadcast.remove());

	test('nothing is sent twice', () => {
		expect(broadcast.doubled()).toEqual([]);
	});

	test('no item is lost that had not been handed to it', () => {
		expect(lost.filter((id) => done.has(id))).toEqual([]);
		expect(unfinished).toBeLessThanOrEqual(queueWorld.cluster.concurrency);
	});

	test('the table says of each item in its hand whether it was sent', async () => {
		const inHand = broadcast.rows.filter((id) => !done.has(id));
		console.log(
			`It had ${unfinished} executions with ${inHand.length} items in hand; ${inHand.length - lost.length} were sent, ${lost.length} were not`,
		);
		expect(inHand).not.toEqual([]);
		await settled();
		// The last statuses may still have to be written.
		const left = await until('the statuses of all messages in the table', async () => {
			const rows = await broadcast.left();
			return rows.length <= lost.length ? rows : undefined;
		});
		expect(left.sort()).toEqual([...lost].sort());
	});

	test('a second run sends the rest: nothing is lost and nothing doubled', async () => {
		await broadcast.takeBack();
		await broadcast.start();
		await broadcast.finished();
		broadcast.expectAllOnce();
	});
});
