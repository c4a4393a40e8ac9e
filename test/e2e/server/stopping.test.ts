import { readFile } from 'node:fs/promises';
import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { until } from '../support/until';
import { world } from '../support/world';

describe('Broadcast in n8n', () => {
	beforeAll(() => {
		// A busy machine catches up in bursts, which must not be rejected.
		world.simulator.updateSettings({ messagesPerSecond: null });
	});

	test('a hint says how many were sent, and how fast', async () => {
		const workflow = await createBroadcast(100);
		const { run } = await world.n8n.runWorkflow(workflow, startName);
		const [task] = run.resultData.runData[actionName] ?? [];
		const [hint] = task?.hints ?? [];
		expect(hint?.message).toMatch(/^100 sent, 0 failed · 0 retries · .*\/s$/);
	});

	test('Stop Execution: nothing more is sent, and the log says what was', async () => {
		const { n8n, simulator } = world;
		const all = 1000;
		const workflow = await createBroadcast(all);
		const before = simulator.messages().length;
		const sent = () => simulator.messages().length - before;
		const id = await n8n.startWorkflow(workflow, startName);
		await until('the first messages', () => simulator.messages()[before + 50]);
		await n8n.stopExecution(id);
		expect(await n8n.finishedExecution(id)).toMatchObject({ status: 'canceled' });
		// The run says this once everything that was under way has its response.
		const carriedOut = await until("the run's last words in n8n's log", async () => {
			const log = await readFile(n8n.logFile, 'utf8');
			const said = /The execution was cancelled\. Sent: rows 1–(\d+) /;
			return said.exec(log)?.[1];
		});
		expect(sent()).toBe(Number(carriedOut));
		expect(sent()).toBeLessThan(all);
		// n8n stored the execution before the last responses came.
		const { customData } = await n8n.finishedExecution(id);
		expect(customData?.WhatsApp_Business).toMatch(/^Sent: rows 1–\d+ \(\d+ of 1000\)\./);
		const noted = Number(/\((\d+) of/.exec(customData?.WhatsApp_Business ?? '')?.[1]);
		const last = Number(/(\d+)\. Check/.exec(customData?.WhatsApp_Business ?? '')?.[1] ?? noted);
		expect(noted).toBeLessThanOrEqual(sent());
		expect(last).toBeGreaterThanOrEqual(sent());
		// Whatever was still to be sent would be sent before what is sent now.
		await n8n.runWorkflow(await createBroadcast(10), startName);
		expect(sent()).toBe(Number(carriedOut) + 10);
	});

	test('Node warns of nothing', async () => {
		const log = await readFile(world.n8n.logFile, 'utf8');
		expect(log).not.toMatch(/ListenersExceeded/);
	});
});

async function createBroadcast(messages: number) {
	return await world.n8n.createWorkflow(
		actionWorkflow('Broadcast', world.credential, {
			parameters: {
				resource: 'message',
				operation: 'sendText',
				to: '={{ $json.to }}',
				text: 'Hello',
			},
			items: Array.from({ length: messages }, (_item, index) => ({
				json: { to: `+4915522${String(index).padStart(6, '0')}` },
			})),
		}),
	);
}
