import { errorMessage, outputItems, type SavedWorkflow } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { askingWorkflow } from '../support/askingWorkflow';
import {
	holdStatuses,
	releaseStatuses,
	report,
	resultOf,
	sendAndAwait,
} from '../support/deliveryStage';
import { ExecutionCounter } from '../support/executions';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { queueWorld, settled } from '../support/world';

const [customer] = business.customers;

/** A worker asks, the webhook process takes the reply from the chat, and a worker continues with it. */
describe('Send and Wait for Response in queue mode', () => {
	let listening: SavedWorkflow;

	beforeAll(async () => {
		listening = await publish(triggerWorkflow('Listen for replies', { events: ['messages'] }));
	});

	test.each([
		{
			responseType: 'approval',
			reply: { type: 'button', title: 'Decline' },
			data: { approved: false },
		},
		{
			responseType: 'freeText',
			reply: { type: 'text', text: 'Harbour 1' },
			data: { text: 'Harbour 1', type: 'text', media: null },
		},
	] as const)(
		'$responseType: a reply in the chat resumes a worker, and starts nothing',
		async (asked) => {
			const { responseType, reply, data } = asked;
			const { n8n, simulator, cluster } = queueWorld;
			const path = `queue-ask-${responseType}`;
			const workflow = await publish(
				askingWorkflow(path, { to: customer.waId, message: 'Shall we deliver?', responseType }),
			);
			const before = simulator.messages().length;
			await fetch(`${cluster.webhookUrl}/webhook/${path}`, { method: 'POST' });
			await until('the question', () => simulator.messages()[before]);
			// The statuses of the question tell the webhook process what a worker asked.
			await settled();
			await simulator.writeAs(customer.waId, reply);
			const id = await until('the execution', async () => (await n8n.executionIds(workflow))[0]);
			const execution = await n8n.finishedExecution(id);
			expect(outputItems(execution, 'Nothing')[0]?.json.data).toEqual(data);
			await new ExecutionCounter(() => listening).expectNew(0);
		},
	);

	test('the delivery of several messages resumes a worker, and starts nothing', async () => {
		const { cluster } = queueWorld;
		holdStatuses();
		try {
			const recipients = business.customers.map(({ waId }) => waId);
			const { id, messages } = await sendAndAwait(recipients, {}, {}, { url: cluster.webhookUrl });
			report(messages[1], 'failed');
			await settled();
			report(messages[0], 'delivered');
			const items = await resultOf(id);
			expect(items.map(({ delivery }) => delivery)).toMatchObject([
				{ status: 'delivered' },
				{ status: 'failed', error: { code: 131026 } },
			]);
			await new ExecutionCounter(() => listening).expectNew(0);
		} finally {
			releaseStatuses();
		}
	});

	test('a question that WhatsApp does not deliver fails in a worker', async () => {
		const { n8n, simulator, cluster } = queueWorld;
		const path = 'queue-ask-in-vain';
		const workflow = await publish(
			askingWorkflow(path, { to: customer.waId, message: 'Shall we deliver?' }),
		);
		simulator.closeWindow(customer.waId);
		await fetch(`${cluster.webhookUrl}/webhook/${path}`, { method: 'POST' });
		const id = await until('the execution', async () => (await n8n.executionIds(workflow))[0]);
		expect(errorMessage(await n8n.finishedExecution(id))).toMatch(
			/^Ask: .*\(Meta error code 131047\)/,
		);
	});
});
