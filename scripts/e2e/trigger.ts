import { setTimeout as sleep } from 'node:timers/promises';
import { credentialLifetime } from '../../nodes/WhatsAppBusinessTrigger/receive/recentCredential';
import { business } from '../../simulator';
import type { WebhookDelivery } from '../../simulator';
import { credentialData } from '../credentialData';
import { outputItems, type SavedWorkflow } from '../n8n/client';
import { credentialOf, node, to, actionNodeType, triggerNodeType } from '../workflows';
import { overrideUrl } from './triggerWorkflow';
import { until } from './until';
import type { World } from './world';
import { unpublish } from './unpublish';

const [customer] = business.customers;
const answerTo = (text: string) => `You wrote: ${text}`;

/** An activated workflow answers what a customer writes, and starts on nothing else. */
export async function checkTrigger(world: World): Promise<void> {
	const { checks, n8n, simulator, credential } = world;
	const workflow = await n8n.createWorkflow(answeringWorkflow(world));

	await checks.check('trigger: activation registers the webhook of the phone number', async () => {
		await n8n.activateWorkflow(workflow);
		if (!overrideUrl(world)) throw new Error('The phone number has no webhook override.');
	});

	await checks.check(
		'trigger: a customer message starts one execution and is answered',
		async () => {
			await writeAndBeAnswered(world, 'Are you open today?');
			const [id] = await executionsOf(world, workflow, 1);
			const execution = await n8n.finishedExecution(id);
			const items = outputItems(execution, 'Customer');
			if (execution.status !== 'success' || items.length !== 1) {
				throw new Error(`It ended with ${execution.status} and ${items.length} items.`);
			}
		},
	);

	await checks.check('trigger: sent, delivered and read statuses start nothing', async () => {
		// The statuses of the answer come now; wait until n8n has taken them all.
		await simulator.settled();
		const statuses = simulator.webhooks().filter((webhook) => isStatus(webhook));
		const delivered = statuses.filter(({ state }) => state === 'delivered');
		if (delivered.length < 3) {
			throw new Error(`Only ${delivered.length} of ${statuses.length} statuses were delivered.`);
		}
		await writeAndBeAnswered(world, 'And tomorrow?');
		await executionsOf(world, workflow, 2);
	});

	await checks.check(
		'trigger: a forged signature is refused with 401 and starts nothing',
		async () => {
			const { attempts } = await simulator.forgeWebhook();
			const status = attempts[0]?.status;
			if (status !== 401) throw new Error(`n8n answered ${status ?? attempts[0]?.error}.`);
			await writeAndBeAnswered(world, 'And on Sunday?');
			await executionsOf(world, workflow, 3);
		},
	);

	await checks.check(
		'trigger: a changed app secret counts within seconds, and what was refused until then arrives',
		async () => {
			const data = credentialData(simulator.url);
			await n8n.updateCredential(credential, { ...data, appSecret: 'another secret' });
			try {
				await sleep(credentialLifetime);
				const text = 'And on Monday?';
				await simulator.writeAs(customer.waId, { type: 'text', text });
				const webhook = simulator
					.webhooks()
					.find(({ body }) => JSON.stringify(body).includes(text));
				const refused = await until('an answer of n8n', () => webhook?.attempts[0]?.status);
				if (refused !== 401) throw new Error(`n8n answered ${refused} to the former secret.`);
			} finally {
				await n8n.updateCredential(credential, data);
			}
			// As Meta does, the simulator repeats what was refused.
			await executionsOf(world, workflow, 4);
		},
	);

	await checks.check(
		'trigger: what is written while the workflow is taken down and published again arrives',
		async () => {
			await n8n.deactivateWorkflow(workflow);
			const text = 'And on Tuesday?';
			await simulator.writeAs(customer.waId, { type: 'text', text });
			await n8n.activateWorkflow(workflow);
			await executionsOf(world, workflow, 5);
		},
	);

	await checks.check(
		'trigger: deactivation takes the webhook of the phone number away, after some seconds',
		async () => {
			await unpublish(world, workflow);
			const url = overrideUrl(world);
			if (url) throw new Error(`The phone number still has ${url}.`);
		},
	);
	await n8n.deleteWorkflow(workflow);
}

function answeringWorkflow({ credential }: World) {
	const credentials = credentialOf(credential);
	return {
		name: 'Answer customers',
		nodes: [
			{
				...node('Customer', triggerNodeType, { events: ['messages'] }, [0, 0]),
				webhookId: 'e2e-answer-customers',
				credentials,
			},
			{
				...node(
					'Answer',
					actionNodeType,
					{
						resource: 'message',
						operation: 'sendText',
						to: '={{ $json.from }}',
						text: `=${answerTo('{{ $json.text }}')}`,
						options: { replyToMessageId: '={{ $json.id }}' },
					},
					[200, 0],
				),
				credentials,
			},
		],
		connections: { Customer: to('Answer') },
	};
}

async function writeAndBeAnswered({ simulator }: World, text: string): Promise<void> {
	const before = simulator.messages().length;
	await simulator.writeAs(customer.waId, { type: 'text', text });
	const [answer] = await until('an answer', () => nonEmpty(simulator.messages().slice(before)));
	const { body } = answer?.body.text as { body: string };
	if (body !== answerTo(text)) throw new Error(`The answer was: ${body}`);
}

/** The executions of the workflow, newest first; there must be as many as messages written. */
async function executionsOf(
	{ n8n }: World,
	workflow: SavedWorkflow,
	expected: number,
): Promise<[string, ...string[]]> {
	// n8n lists an execution some time after it started.
	const ids = await until(`${expected} executions`, async () => {
		const listed = await n8n.executionIds(workflow);
		return listed.length >= expected ? listed : undefined;
	});
	if (ids.length !== expected) {
		throw new Error(`There were ${ids.length} executions, not ${expected}.`);
	}
	return ids as [string, ...string[]];
}

function isStatus({ body, via }: WebhookDelivery): boolean {
	return via === 'phoneNumber' && JSON.stringify(body).includes('"statuses"');
}

function nonEmpty<T>(list: T[]): T[] | undefined {
	return list.length > 0 ? list : undefined;
}
