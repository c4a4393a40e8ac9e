import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { actionName, actionWorkflow, startName } from '../workflows';
import { until } from './until';
import type { World } from './world';

/** Longer than what was under way takes to be answered. */
const settleMs = 1500;

/** What a broadcast says about itself, and what a user who stops it gets. */
export async function checkStopping(world: World): Promise<void> {
	const { checks, n8n, simulator } = world;
	// A busy machine catches up in bursts; none of them is to be refused.
	simulator.updateSettings({ messagesPerSecond: null });
	await checks.check('a run says in a hint how many were sent, and how fast', async () => {
		const workflow = await createBroadcast(world, 100);
		const { run } = await n8n.runWorkflow(workflow, startName);
		await n8n.deleteWorkflow(workflow);
		const [task] = run.resultData.runData[actionName] ?? [];
		const [hint] = task?.hints ?? [];
		if (!/^100 sent, 0 failed, 0 tried again, .* per second$/.test(hint?.message ?? '')) {
			throw new Error(`It said: ${hint?.message}`);
		}
	});
	await checks.check('Stop Execution: nothing more is sent, the log says what was', async () => {
		const all = 1000;
		const workflow = await createBroadcast(world, all);
		const before = simulator.messages().length;
		const sent = () => simulator.messages().length - before;
		const id = await n8n.startWorkflow(workflow, startName);
		await until('the first messages', () => simulator.messages()[before + 50]);
		await n8n.stopExecution(id);
		const { status } = await n8n.finishedExecution(id);
		await sleep(settleMs);
		const soonAfter = sent();
		await sleep(settleMs);
		if (status !== 'canceled' || sent() !== soonAfter || soonAfter === all) {
			throw new Error(`It ended as ${status}, with ${soonAfter} messages, then ${sent()}.`);
		}
		const log = await readFile(n8n.logFile, 'utf8');
		const carriedOut = `The execution was cancelled. Carried out: items 0–${soonAfter - 1}. All others were not.`;
		if (!log.includes(carriedOut)) {
			throw new Error(`n8n's log does not say: ${carriedOut}\n${log.slice(-1000)}`);
		}
		await n8n.deleteWorkflow(workflow);
	});
	await checks.check('a broadcast makes Node warn of nothing', async () => {
		const warnings = (await readFile(n8n.logFile, 'utf8')).match(/^.*ListenersExceeded.*$/gm);
		if (warnings) throw new Error(warnings.join('\n'));
	});
}

async function createBroadcast({ n8n, credential }: World, messages: number) {
	return await n8n.createWorkflow(
		actionWorkflow('Broadcast', credential, {
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
