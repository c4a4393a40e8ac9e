import { deepStrictEqual } from 'node:assert';
import { business, type Simulator } from '../../simulator';
import type { Checks } from '../e2e/checks';
import { askingWorkflow } from '../e2e/askingWorkflow';
import { triggerWorkflow } from '../e2e/triggerWorkflow';
import { until } from '../e2e/until';
import { outputItems, type Credential } from '../n8n/client';
import type { Cluster } from './cluster';

const [customer] = business.customers;

/** A worker asks, the webhook process takes the answer in the chat, and a worker goes on with it. */
export async function checkAnswers(world: {
	checks: Checks;
	cluster: Cluster;
	simulator: Simulator;
	credential: Credential;
}): Promise<void> {
	const { checks, cluster, simulator, credential } = world;
	const { n8n, webhookUrl } = cluster;
	await simulator.reset();
	const listening = await n8n.createWorkflow(
		triggerWorkflow({ credential }, 'Listen for answers', { events: ['messages'] }),
	);
	await n8n.activateWorkflow(listening);
	for (const [responseType, answer, data] of [
		['approval', { type: 'button', title: 'Decline' }, { approved: false }],
		[
			'freeText',
			{ type: 'text', text: 'Harbour 1' },
			{ text: 'Harbour 1', type: 'text', media: null },
		],
	] as const) {
		await checks.check(`send and wait: ${responseType} in the chat resumes a worker`, async () => {
			const path = `queue-ask-${responseType}`;
			const workflow = await n8n.createWorkflow(
				askingWorkflow(path, credential, {
					to: customer.waId,
					message: 'Shall we deliver?',
					responseType,
				}),
			);
			await n8n.activateWorkflow(workflow);
			const before = simulator.messages().length;
			await fetch(`${webhookUrl}/webhook/${path}`, { method: 'POST' });
			await until('the question', () => simulator.messages()[before]);
			// The statuses of the question tell the webhook process what a worker asked.
			await simulator.settled();
			await simulator.writeAs(customer.waId, answer);
			const id = await until('the execution', async () => (await n8n.executionIds(workflow))[0]);
			const execution = await n8n.finishedExecution(id);
			deepStrictEqual(outputItems(execution, 'Nothing')[0]?.json.data, data);
			deepStrictEqual(await n8n.executionCount(listening), 0);
			await n8n.deactivateWorkflow(workflow);
		});
	}
	await n8n.deactivateWorkflow(listening);
}
