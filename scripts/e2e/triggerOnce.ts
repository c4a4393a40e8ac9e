import { setTimeout as sleep } from 'node:timers/promises';
import { business } from '../../simulator';
import type { SavedWorkflow } from '../n8n/client';
import { triggerWorkflow } from './triggerWorkflow';
import { until } from './until';
import type { World } from './world';
import { unpublish } from './unpublish';

const [customer] = business.customers;
const [phoneNumber] = business.phoneNumbers;

const eventCount = 800;
const repeatCount = 200;
/** Deliveries under way at once. */
const atOnce = 20;

/** Deliveries come more than once and in any order; each event starts one execution, over a restart as well. */
export async function checkTriggerOnce(world: World): Promise<void> {
	const { checks } = world;
	await checks.check('trigger: 1,000 deliveries of 800 events start 800 executions', async () => {
		await startOnce(world, 'Once', async () => undefined);
	});
	await checks.check('trigger: the same with a restart of n8n in the middle', async () => {
		await startOnce(world, 'Once with a restart', () => world.restartN8n());
	});
}

async function startOnce(
	world: World,
	name: string,
	inTheMiddle: () => Promise<void>,
): Promise<void> {
	const workflow = await world.n8n.createWorkflow(
		triggerWorkflow(world, name, { events: ['messages'] }),
	);
	await world.n8n.activateWorkflow(workflow);
	const deliveries = shuffled([
		...keys(eventCount),
		...shuffled(keys(eventCount)).slice(0, repeatCount),
	]);
	const half = deliveries.length / 2;
	const sent = new Map<number, string>();
	await deliver(world, name, deliveries.slice(0, half), sent);
	await inTheMiddle();
	await deliver(world, name, deliveries.slice(half), sent);
	await expectExecutions(world, workflow, eventCount);
	await unpublish(world, workflow);
	await world.n8n.deleteWorkflow(workflow);
}

/** Delivers events for the first time, or once more, some at a time. */
async function deliver(
	{ simulator }: World,
	name: string,
	events: readonly number[],
	sent: Map<number, string>,
): Promise<void> {
	for (let index = 0; index < events.length; index += atOnce) {
		for (const event of events.slice(index, index + atOnce)) {
			const earlier = sent.get(event);
			if (earlier !== undefined) simulator.redeliverWebhook(earlier);
			else
				sent.set(event, simulator.emitWebhook('messages', message(name, event), phoneNumber.id).id);
		}
		await simulator.settled();
	}
}

function message(name: string, event: number): Record<string, unknown> {
	return {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '1', phone_number_id: phoneNumber.id },
		messages: [
			{
				id: `wamid.${name}.${event}`,
				from: customer.waId,
				timestamp: String(Math.floor(Date.now() / 1000)),
				type: 'text',
				text: { body: String(event) },
			},
		],
	};
}

async function expectExecutions(
	{ n8n }: World,
	workflow: SavedWorkflow,
	expected: number,
): Promise<void> {
	const count = () => n8n.executionCount(workflow);
	await until(`${expected} executions`, async () =>
		(await count()) >= expected ? true : undefined,
	);
	// One too many would come a little later.
	await sleep(1_000);
	const found = await count();
	if (found !== expected) throw new Error(`There were ${found} executions, not ${expected}.`);
}

function keys(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index);
}

/** In another order, the same in every run. */
function shuffled(list: readonly number[]): number[] {
	return list
		.map((entry, index) => ({ entry, place: ((index + 1) * 7_919) % 10_007 }))
		.sort((one, other) => one.place - other.place)
		.map(({ entry }) => entry);
}
