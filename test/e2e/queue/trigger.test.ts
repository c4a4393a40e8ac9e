import { business } from '../../../simulator';
import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { webhookBody } from '../../../simulator/webhooks/payload';
import { signedPost } from '../../support/signedPost';
import { ExecutionCounter } from '../support/executions';
import { messageWebhook } from '../support/messageWebhook';
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

	test('20 messages that reach both webhook processes at once start one execution each', async () => {
		const { cluster } = queueWorld;
		const executions = new ExecutionCounter(() => workflow);
		await executions.begin();
		const urls = [cluster.webhookUrl, cluster.otherWebhookUrl].map((base) =>
			(overrideUrl() ?? '').replace(cluster.webhookUrl, base),
		);
		expect(new Set(urls).size).toBe(2);
		const deliveries = Array.from({ length: 20 }, (_, number) => message(number));
		const statuses = await Promise.all(
			deliveries.flatMap((body) => urls.map((url) => signedPost(url, body))),
		);
		expect(new Set(statuses)).toEqual(new Set([200]));
		await write('The last message of both');
		await executions.expectNew(21);
	});
});

/** What Meta delivers for one message. */
function message(number: number): string {
	const value = messageWebhook(`wamid.both.${number}`, `Message ${number} to both`);
	return JSON.stringify(webhookBody(business.waba.id, [{ field: 'messages', value }]));
}

async function write(text: string): Promise<void> {
	await queueWorld.simulator.writeAs(customer.waId, { type: 'text', text });
}
