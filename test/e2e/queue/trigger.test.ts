import { business } from '../../../simulator';
import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { ExecutionCounter } from '../support/executions';
import { overrideUrl, publish, triggerWorkflow } from '../support/triggerWorkflow';
import { queueWorld, settled } from '../support/world';

const [customer] = business.customers;

describe('Trigger in queue mode', () => {
	let workflow: SavedWorkflow;

	beforeAll(async () => {
		workflow = await publish(triggerWorkflow('Incoming', { events: ['messages'] }));
	});

	test('registers the URL of the webhook process', () => {
		expect(overrideUrl()).toContain(queueWorld.cluster.webhookUrl);
	});

	test('20 messages, each delivered twice, start one execution each', async () => {
		const { simulator } = queueWorld;
		const executions = new ExecutionCounter(() => workflow);
		for (let number = 0; number < 20; number++) await write(`Message ${number}`);
		await executions.expectNew(20);
		for (const { id, state } of simulator.webhooks()) {
			if (state === 'delivered') simulator.redeliverWebhook(id);
		}
		await settled();
		// One too many would have been started before this one.
		await write('The last message');
		await executions.expectNew(1);
	});
});

async function write(text: string): Promise<void> {
	await queueWorld.simulator.writeAs(customer.waId, { type: 'text', text });
}
