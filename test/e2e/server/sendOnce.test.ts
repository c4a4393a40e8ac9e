import type { Execution } from '../../../scripts/n8n/client';
import { actionName } from '../../../scripts/workflows';
import { seededRandom } from '../../../simulator/graph/faults';
import {
	KeyedBroadcast,
	keyedRows,
	outcomesOf,
	publishSchedule,
	record,
} from '../support/keyedBroadcast';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { settled, world } from '../support/world';

const count = 10_000;

/** More than the node has under way at once. */
const latest = 600;

describe('Broadcast with Send Once Keys', () => {
	let broadcast: KeyedBroadcast;

	beforeAll(async () => {
		const { simulator, n8n } = world;
		simulator.updateSettings({
			latencyMs: 30,
			messagesPerSecond: null,
			enforceCustomerServiceWindow: false,
			statusDelaysMs: { sent: null, delivered: null, read: null },
		});
		// It starts no executions: what it knows from statuses does not depend on its filters.
		const parameters = { events: ['statuses'], filters: { statuses: ['read'] } };
		await publish(triggerWorkflow('Statuses', parameters));
		broadcast = await KeyedBroadcast.publish(world.credential, n8n.url);
	});

	test('one whose webhook is called twice at the same time is sent once', async () => {
		const rows = keyedRows('twice', 500);
		await Promise.all([broadcast.start(rows), broadcast.start(rows)]);
		const ids = await broadcast.executions(2);
		const executions = await Promise.all(ids.map((id) => world.n8n.finishedExecution(id)));
		const outcomes = executions.map((execution) => outcomesOf(execution, rows));
		expect(outcomes.flatMap((by) => by.get('sent') ?? []).sort()).toEqual(
			rows.map(({ key }) => key).sort(),
		);
		expect(outcomes.flatMap((by) => by.get('alreadySent') ?? [])).toHaveLength(rows.length);
		expect(record(rows)).toEqual({ missing: [], doubled: [] });
	});

	test('schedules that overlap send each message once', async () => {
		const { n8n } = world;
		const rows = keyedRows('schedule', 200);
		const workflow = await publishSchedule(world.credential, rows, 40);
		await until('three executions', async () =>
			(await n8n.executionIds(workflow)).length >= 3 ? true : undefined,
		);
		await n8n.deactivateWorkflow(workflow);
		const ids = (await n8n.executionIds(workflow)).reverse();
		const executions = await Promise.all(ids.map((id) => n8n.finishedExecution(id)));
		const [first, second] = executions.map(timesOf);
		expect(second?.begun).toBeLessThan(first?.ended ?? 0);
		const outcomes = executions.map((execution) => outcomesOf(execution, rows));
		expect(outcomes.flatMap((by) => by.get('sent') ?? []).sort()).toEqual(
			rows.map(({ key }) => key).sort(),
		);
		expect(outcomes.flatMap((by) => by.get('alreadySent') ?? [])).toHaveLength(
			(executions.length - 1) * rows.length,
		);
		expect(record(rows)).toEqual({ missing: [], doubled: [] });
	});

	test(`one of ${count} whose n8n is killed goes on with 'Retry'`, async () => {
		const { simulator } = world;
		const rows = keyedRows('killed', count);
		const before = simulator.messages().length;
		const killAfter = Math.floor((0.1 + 0.8 * seededRandom(count)()) * count);
		await broadcast.start(rows);
		await until(`${killAfter} messages`, () => simulator.messages()[before + killAfter]);
		await world.killAndRestartN8n();
		expect(record(rows).doubled).toEqual([]);
		await deliverStatuses();

		const { n8n } = world;
		const [killed = ''] = await broadcast.executions(3);
		expect(await n8n.finishedExecution(killed)).toMatchObject({ status: 'crashed' });
		const retried = await n8n.finishedExecution(await n8n.retryExecution(killed));
		const outcomes = outcomesOf(retried, rows);
		const unknown = outcomes.get('unknown') ?? [];
		const { missing, doubled } = record(rows);
		console.log(
			`Killed after ${killAfter}: ${outcomes.get('alreadySent')?.length} already sent, ${outcomes.get('sent')?.length} sent, ${unknown.length} unknown`,
		);
		expect(doubled).toEqual([]);
		// The statuses of all that had arrived were delivered.
		expect(unknown.sort()).toEqual(missing.sort());
		expect(outcomes.get('notAccepted')).toBeUndefined();

		await broadcast.start(rows.map((row) => ({ ...row, again: 'sendAgain' })));
		const [last = ''] = await broadcast.executions(5);
		const rest = outcomesOf(await n8n.finishedExecution(last), rows);
		expect(rest.get('sent')?.sort() ?? []).toEqual(missing.sort());
		expect(record(rows)).toEqual({ missing: [], doubled: [] });
	});
});

/** When the node began and ended, in Unix milliseconds. */
function timesOf({ run }: Execution): { begun: number; ended: number } {
	const { startTime = 0, executionTime = 0 } = run.resultData.runData[actionName]?.[0] ?? {};
	return { begun: startTime, ended: startTime + executionTime };
}

/** Delivers the status of the latest messages, as Meta does; those of the others were delivered earlier. */
async function deliverStatuses(): Promise<void> {
	const { simulator } = world;
	const messages = simulator.messages().slice(-latest);
	for (let index = 0; index < messages.length; index += 20) {
		for (const { id } of messages.slice(index, index + 20)) simulator.reportStatus(id, 'sent');
		await settled();
	}
}
