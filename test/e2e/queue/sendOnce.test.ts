import { KeyedBroadcast, keyedRows, outcomesOf, record } from '../support/keyedBroadcast';
import { prepareBroadcasts } from '../support/broadcast';
import { queueWorld } from '../support/world';

describe('Rows with the same Send Once Keys', () => {
	test('are sent once by several workers at the same time', async () => {
		const { cluster, credential, n8n, simulator } = queueWorld;
		await cluster.replaceWorkers();
		await simulator.reset({ keepCallbacks: true });
		prepareBroadcasts();
		simulator.updateSettings({ messagesPerSecond: null });
		const broadcast = await KeyedBroadcast.publish(credential, cluster.webhookUrl);
		const rows = keyedRows('queue', 300);
		const begun = async () =>
			await Promise.all(cluster.workers.map(async (worker) => (await worker.executions()).begun));
		const before = await begun();
		await Promise.all(Array.from({ length: 6 }, () => broadcast.start(rows)));
		const ids = await broadcast.executions(6);
		const executions = await Promise.all(ids.map((id) => n8n.finishedExecution(id)));
		const busy = (await begun()).filter((executed, worker) => executed > (before[worker] ?? 0));
		expect(busy.length).toBeGreaterThan(1);
		const outcomes = executions.map((execution) => outcomesOf(execution, rows));
		expect(outcomes.flatMap((by) => by.get('sent') ?? []).sort()).toEqual(
			rows.map(({ key }) => key).sort(),
		);
		expect(outcomes.flatMap((by) => by.get('alreadySent') ?? [])).toHaveLength(5 * rows.length);
		expect(record(rows)).toEqual({ missing: [], doubled: [] });
		await n8n.deactivateWorkflow(broadcast.workflow);
	});
});
