import { setTimeout as sleep } from 'node:timers/promises';
import { business } from '../../simulator';
import type { CustomerMessage, WebhookDelivery } from '../../simulator';
import { outputItems, type SavedWorkflow } from '../n8n/client';
import { credentialOf, node, to, actionNodeType, triggerNodeType } from '../workflows';
import type { World } from './world';

const [customer] = business.customers;
const [phoneNumber] = business.phoneNumbers;
const waitMs = 30_000;

/** An activated workflow answers what a customer writes, and starts on nothing else. */
export async function checkTrigger(world: World): Promise<void> {
	const { checks, n8n, simulator } = world;
	const workflow = await n8n.createWorkflow(answeringWorkflow(world));

	await checks.check('trigger: activation registers the webhook of the phone number', async () => {
		await n8n.activateWorkflow(workflow);
		if (!overrideUrl(world)) throw new Error('The phone number has no webhook override.');
	});

	await checks.check(
		'trigger: a customer message starts one execution and is answered',
		async () => {
			await write(world, { type: 'text', text: 'Are you open today?' });
			const [reply] = await until('an answer', () =>
				nonEmpty(simulator.messages({ to: customer.waId }).filter(isReply)),
			);
			const text = (reply?.body.text as { body: string } | undefined)?.body;
			if (text !== 'You wrote: Are you open today?') throw new Error(`The answer was: ${text}`);
			const [id, ...others] = await n8n.executionIds(workflow);
			if (id === undefined || others.length > 0) {
				throw new Error(`There were ${others.length + (id ? 1 : 0)} executions, not 1.`);
			}
			const { status, run } = await n8n.finishedExecution(id);
			const items = outputItems({ id, status, run }, 'Customer');
			if (status !== 'success' || items.length !== 1) {
				throw new Error(`The execution ended with ${status} and ${items.length} items.`);
			}
		},
	);

	await checks.check('trigger: sent, delivered and read statuses start nothing', async () => {
		// The answer's own statuses come by now; wait until n8n has taken them all.
		await simulator.settled();
		const statuses = simulator.webhooks().filter((webhook) => isStatus(webhook));
		const delivered = statuses.filter(({ state }) => state === 'delivered');
		if (delivered.length < 3) {
			throw new Error(`Only ${delivered.length} of ${statuses.length} statuses were delivered.`);
		}
		await expectExecutions(world, workflow, 1);
	});

	await checks.check(
		'trigger: a forged signature is refused with 401 and starts nothing',
		async () => {
			const { attempts } = await simulator.forgeWebhook();
			const status = attempts[0]?.status;
			if (status !== 401) throw new Error(`n8n answered ${status ?? attempts[0]?.error}.`);
			await expectExecutions(world, workflow, 1);
		},
	);

	await checks.check(
		'trigger: deactivation takes the webhook of the phone number away',
		async () => {
			await n8n.deactivateWorkflow(workflow);
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
						text: '=You wrote: {{ $json.text }}',
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

async function write({ simulator }: World, message: CustomerMessage): Promise<void> {
	await simulator.writeAs(customer.waId, message);
}

function overrideUrl({ simulator }: World): string | undefined {
	return simulator.state.phoneNumbers.find(({ id }) => id === phoneNumber.id)?.override?.url;
}

function isReply({ body }: { body: Record<string, unknown> }): boolean {
	const text = body.text as { body?: string } | undefined;
	return text?.body?.startsWith('You wrote:') === true;
}

function isStatus({ body, via }: WebhookDelivery): boolean {
	return via === 'phoneNumber' && JSON.stringify(body).includes('"statuses"');
}

async function expectExecutions({ n8n }: World, workflow: SavedWorkflow, expected: number) {
	const { length } = await n8n.executionIds(workflow);
	if (length !== expected) throw new Error(`There are ${length} executions, not ${expected}.`);
}

function nonEmpty<T>(list: T[]): T[] | undefined {
	return list.length > 0 ? list : undefined;
}

async function until<T>(what: string, find: () => T | undefined): Promise<T> {
	const deadline = Date.now() + waitMs;
	while (Date.now() < deadline) {
		const found = find();
		if (found !== undefined) return found;
		await sleep(50);
	}
	throw new Error(`There was not ${what} within ${waitMs / 1000} s.`);
}
