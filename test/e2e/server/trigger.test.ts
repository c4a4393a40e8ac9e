import { setTimeout as sleep } from 'node:timers/promises';
import { credentialLifetime } from '../../../nodes/WhatsAppBusinessTrigger/receive/recentCredential';
import { outputItems, type SavedWorkflow } from '../../../scripts/n8n/client';
import {
	actionNodeType,
	credentialOf,
	node,
	to,
	triggerNodeType,
} from '../../../scripts/workflows';
import { business } from '../../../simulator';
import type { WebhookDelivery } from '../../../simulator';
import { ExecutionCounter, expectSuccess } from '../support/executions';
import { overrideUrl, publish } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { quiet, settled, world } from '../support/world';

const [customer] = business.customers;
const replyTo = (text: string) => `You wrote: ${text}`;

describe('Trigger of an active workflow', () => {
	let workflow: SavedWorkflow;
	const executions = new ExecutionCounter(() => workflow);

	beforeAll(async () => {
		workflow = await publish(replyingWorkflow());
	});

	beforeEach(() => executions.begin());

	test('activation registers the webhook of the phone number', () => {
		expect(overrideUrl()).toContain(world.n8n.url);
	});

	test('a customer message starts one execution, which replies', async () => {
		await writeAndGetReply('Are you open today?');
		await executions.expectNew(1);
		const [id = ''] = await world.n8n.executionIds(workflow);
		const execution = await world.n8n.finishedExecution(id);
		expectSuccess(execution);
		expect(outputItems(execution, 'Customer')).toHaveLength(1);
	});

	test('sent, delivered and read statuses start nothing', async () => {
		await writeAndGetReply('And tomorrow?');
		// The statuses of the reply come now.
		await settled();
		const statuses = world.simulator.webhooks().filter((webhook) => isStatus(webhook));
		expect(statuses.length).toBeGreaterThanOrEqual(3);
		for (const { state } of statuses) expect(state).toBe('delivered');
		await executions.expectNew(1);
		await writeAndGetReply('And the day after?');
		await executions.expectNew(1);
	});

	test('a forged signature is rejected with 401 and starts nothing', async () => {
		const { attempts } = await world.simulator.forgeWebhook();
		expect(attempts).toMatchObject([{ status: 401 }]);
		await writeAndGetReply('And on Sunday?');
		await executions.expectNew(1);
	});

	test('a changed app secret counts within seconds, and what was rejected until then arrives', async () => {
		const { n8n, simulator, credential, credentialData } = world;
		await n8n.updateCredential(credential, { ...credentialData, appSecret: 'another secret' });
		try {
			await sleep(credentialLifetime);
			const text = 'And on Monday?';
			await simulator.writeAs(customer.waId, { type: 'text', text });
			const webhook = simulator.webhooks().find(({ body }) => JSON.stringify(body).includes(text));
			const status = await until("n8n's response", () => webhook?.attempts[0]?.status);
			expect(status).toBe(401);
		} finally {
			await n8n.updateCredential(credential, credentialData);
		}
		// As Meta does, the simulator sends again what was rejected.
		await executions.expectNew(1);
	});

	test('a message that comes while the workflow is published again arrives', async () => {
		const { n8n, simulator } = world;
		await quiet();
		await n8n.deactivateWorkflow(workflow);
		await simulator.writeAs(customer.waId, { type: 'text', text: 'And on Tuesday?' });
		await n8n.activateWorkflow(workflow);
		await executions.expectNew(1);
	});

	test('some seconds after deactivation the phone number has no webhook override', async () => {
		await quiet();
		await world.n8n.deactivateWorkflow(workflow);
		await until('the removal of the override', () => (overrideUrl() ? undefined : true));
	});
});

function replyingWorkflow() {
	const credentials = credentialOf(world.credential);
	return {
		name: 'Reply to customers',
		nodes: [
			{
				...node('Customer', triggerNodeType, { events: ['messages'] }, [0, 0]),
				webhookId: 'e2e-reply-to-customers',
				credentials,
			},
			{
				...node(
					'Reply',
					actionNodeType,
					{
						resource: 'message',
						operation: 'sendText',
						to: '={{ $json.from }}',
						text: `=${replyTo('{{ $json.text }}')}`,
						options: { replyToMessageId: '={{ $json.id }}' },
					},
					[200, 0],
				),
				credentials,
			},
		],
		connections: { Customer: to('Reply') },
	};
}

async function writeAndGetReply(text: string): Promise<void> {
	const { simulator } = world;
	const before = simulator.messages().length;
	await simulator.writeAs(customer.waId, { type: 'text', text });
	const reply = await until('a reply', () => simulator.messages()[before]);
	expect(reply.body.text).toMatchObject({ body: replyTo(text) });
}

function isStatus({ body, via }: WebhookDelivery): boolean {
	return via === 'phoneNumber' && JSON.stringify(body).includes('"statuses"');
}
