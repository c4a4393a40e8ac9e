import { business } from '../../../simulator';
import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { ExecutionCounter } from '../support/executions';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { settled, world } from '../support/world';

const [customer] = business.customers;
const [phoneNumber] = business.phoneNumbers;

// How many it can take is up to the trigger, not to n8n; the rule must hold in each n8n.
const share = world.version.name === 'oldest' ? 0.1 : 1;
const eventCount = 800 * share;
const duplicateCount = 200 * share;
/** Deliveries under way at once. */
const atOnce = 20;

/** Meta delivers at least once and in any order. */
describe(`${eventCount + duplicateCount} deliveries of ${eventCount} events`, () => {
	test('start one execution per event', async () => {
		await startOnce('Once', async () => undefined);
	});

	test('start one execution per event when n8n restarts in the middle', async () => {
		await startOnce('Once with a restart', () => world.restartN8n());
	});
});

async function startOnce(name: string, inTheMiddle: () => Promise<void>): Promise<void> {
	const workflow = await publish(triggerWorkflow(name, { events: ['messages'] }));
	const deliveries = shuffled([
		...keys(eventCount),
		...shuffled(keys(eventCount)).slice(0, duplicateCount),
	]);
	const half = deliveries.length / 2;
	const sent = new Map<number, string>();
	await deliver(name, deliveries.slice(0, half), sent);
	await inTheMiddle();
	await deliver(name, deliveries.slice(half), sent);
	await expectExecutions(workflow, eventCount);
	// One too many would have been started before this one.
	await deliver(name, [eventCount], sent);
	await expectExecutions(workflow, eventCount + 1);
	await world.n8n.deactivateWorkflow(workflow);
}

async function expectExecutions(workflow: SavedWorkflow, count: number): Promise<void> {
	await new ExecutionCounter(() => workflow).expectNew(count);
}

/** Delivers events for the first time, or once more, some at a time. */
async function deliver(
	name: string,
	events: readonly number[],
	sent: Map<number, string>,
): Promise<void> {
	const { simulator } = world;
	for (let index = 0; index < events.length; index += atOnce) {
		for (const event of events.slice(index, index + atOnce)) {
			const earlier = sent.get(event);
			if (earlier !== undefined) simulator.redeliverWebhook(earlier);
			else
				sent.set(event, simulator.emitWebhook('messages', message(name, event), phoneNumber.id).id);
		}
		await settled();
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

function keys(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index);
}

/** In another order, the same in every run. */
function shuffled(list: readonly number[]): number[] {
	return list
		.map((entry, index) => ({ entry, rank: ((index + 1) * 7_919) % 10_007 }))
		.sort((one, other) => one.rank - other.rank)
		.map(({ entry }) => entry);
}
