import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { business } from '../../../simulator';
import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { ExecutionCounter } from '../support/executions';
import { messageWebhook } from '../support/messageWebhook';
import { publish, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { settled, world } from '../support/world';

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

describe('An n8n that is killed after it has claimed a message, and before Meta has its response', () => {
	test('starts one execution of it when Meta delivers it again', async () => {
		const { simulator } = world;
		// Sooner than Meta, and often enough for an n8n that takes long to start.
		simulator.updateSettings({ webhookRetryDelaysMs: Array<number>(300).fill(1_000) });
		const name = 'Killed';
		const workflow = await publish(triggerWorkflow(name, { events: ['messages'] }));
		await writeFile(endAfterClaim(), '');
		const delivery = simulator.emitWebhook(
			'messages',
			messageWebhook(wamid(name, 0), 'Hello'),
			phoneNumber.id,
		);
		await until('the end of n8n', () => (existsSync(endAfterClaim()) ? undefined : true));
		expect(delivery.state).toBe('pending');
		await world.restartN8n();
		await expectExecutions(workflow, 1);
		expect(delivery.state).toBe('delivered');
		simulator.redeliverWebhook(delivery.id);
		// One too many would have been started before this one.
		await deliver(name, [1], new Map());
		await expectExecutions(workflow, 2);
		await world.n8n.deactivateWorkflow(workflow);
	});
});

describe('The files of an earlier version', () => {
	test('are moved to the memory before the first event, and their events start nothing', async () => {
		const name = 'Earlier version';
		const workflow = await publish(triggerWorkflow(name, { events: ['messages'] }));
		const folder = join(world.userFolder, '.n8n', 'whatsapp-business-trigger');
		await mkdir(folder, { recursive: true });
		const trigger = `${workflow.id}/${workflow.nodes[0]?.id}`;
		const file = createHash('sha256').update(trigger).digest('hex').slice(0, 32);
		const old = keys(20).map((event) => `message ${wamid(name, event)}`);
		const fillers = keys(100_000).map((number) => `of another event ${number}`);
		await writeFile(join(folder, `${file}.current`), lines(old.slice(10)));
		await writeFile(
			join(folder, `${file}.full.1.01234567`),
			lines([...fillers, ...old.slice(0, 10)]),
		);
		await deliver(name, keys(21), new Map());
		await expectExecutions(workflow, 1);
		expect(await readdir(folder)).toEqual([]);
		await world.restartN8n();
		await deliver(name, keys(22), new Map());
		await expectExecutions(workflow, 2);
		await world.n8n.deactivateWorkflow(workflow);
	});
});

/** What the preloaded script of the n8n of these tests looks for. */
function endAfterClaim(): string {
	return join(world.userFolder, 'end-after-claim');
}

/** The format of the files: a digest per line. */
function lines(events: string[]): string {
	const digests = events.map((event) => createHash('sha256').update(event).digest('base64url'));
	return digests.map((digest) => `\n${digest.slice(0, 16)}`).join('');
}

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
				sent.set(
					event,
					simulator.emitWebhook(
						'messages',
						messageWebhook(wamid(name, event), String(event)),
						phoneNumber.id,
					).id,
				);
		}
		await settled();
	}
}

function wamid(name: string, event: number): string {
	return `wamid.${name}.${event}`;
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
