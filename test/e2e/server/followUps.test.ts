import { randomUUID } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';

import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { signedPost } from '../../support/signedPost';
import { messagePayload, statusPayload } from '../../unit/trigger/payloads';
import { ExecutionCounter } from '../support/executions';
import { startedWith } from '../support/startedWith';
import { overrideUrl, publish, triggerName, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { world } from '../support/world';

const [customer, other] = business.customers;
type Customer = (typeof business.customers)[number];
/** The shortest that n8n lets people enter. */
const aMinute: INodeParameters = { inactiveAfter: 1 };

/*
 * A conversation is due a minute after its last message at the earliest: `inactiveAfter` 1, or for a window of 1440
 * minutes `closesIn` 1439. So that nobody waits for it, Meta's webhooks tell of messages that are nearly as old.
 */
describe('Conversations that are due', () => {
	let workflow: SavedWorkflow;
	const executions = new ExecutionCounter(() => workflow);

	const start = async (name: string, events: string[], parameters: INodeParameters) => {
		workflow = await publish(triggerWorkflow(name, { events, ...parameters }));
		await executions.begin();
	};
	afterEach(() => world.n8n.deactivateWorkflow(workflow));

	test('start once: a customer who has not replied, and one who has no reply', async () => {
		const events = ['conversation_inactive', 'window_closing'];
		const triggerOptions = { separateExecutions: true };
		await start('Both', events, { ...aMinute, closesIn: 1_439, triggerOptions });
		await receive(messageOf(customer, 50), messageOf(other, 50), messageTo(customer, 48));
		await executions.expectNew(2);
		const items = (await startedWith(workflow, 2)).sort((one, two) =>
			String(one.event).localeCompare(String(two.event)),
		);
		expect(items).toMatchObject([
			{ event: 'conversation_inactive', customer: customer.waId, windowOpen: true },
			{ event: 'window_closing', customer: other.waId, lastMessageOutAt: null },
		]);
	});

	test('start once after n8n was killed, and late if they were due meanwhile', async () => {
		const nobodyWrites = { ...aMinute, inactiveWhen: 'nobodyWrites' };
		const triggerOptions = { separateExecutions: true };
		await start('Killed', ['conversation_inactive'], { ...nobodyWrites, triggerOptions });
		await receive(messageOf(customer, 57), messageOf(other, 40));
		const dueAt = Date.now() + 3_000;
		await world.killAndRestartN8n();
		expect(Date.now()).toBeGreaterThan(dueAt);
		await executions.expectNew(2);
		const customers = (await startedWith(workflow, 2)).map((item) => item.customer);
		expect(customers.sort()).toEqual([customer.waId, other.waId].sort());
	});

	test('start nothing while the workflow is not published', async () => {
		const nobodyWrites = { ...aMinute, inactiveWhen: 'nobodyWrites' };
		await start('Unpublished', ['conversation_inactive'], nobodyWrites);
		await receive(messageOf(customer, 50));
		await world.n8n.deactivateWorkflow(workflow);
		// It is due before. Within ten seconds, the trigger would go on where it was.
		const longEnough = Date.now() + 10_000;
		await until('more than ten seconds', () => (Date.now() > longEnough ? true : undefined));
		await world.n8n.activateWorkflow(workflow);
		await receive(messageOf(other, 50));
		await executions.expectNew(1);
		expect(await startedWith(workflow, 1)).toMatchObject([{ customer: other.waId }]);
	});

	test('go to the test run that listens in the editor', async () => {
		const nobodyWrites = { ...aMinute, inactiveWhen: 'nobodyWrites' };
		await start('Test run', ['conversation_inactive'], nobodyWrites);
		await receive(messageOf(customer, 50));
		await world.n8n.listen(workflow, triggerName);
		await executions.expectNew(1);
		expect((await world.n8n.executionModes(workflow)).slice(0, 1)).toEqual(['manual']);
		expect(await startedWith(workflow, 1)).toMatchObject([{ customer: customer.waId }]);
	});
});

/** What the customer wrote so many seconds ago. */
function messageOf({ waId }: Customer, secondsAgo: number): object {
	const message = { ...eventOf(secondsAgo), from: waId, type: 'text', text: { body: 'Hi' } };
	return messagePayload(message, [{ wa_id: waId }]);
}

/** That WhatsApp sent a message to the customer so many seconds ago. */
function messageTo({ waId }: Customer, secondsAgo: number): object {
	return statusPayload({ ...eventOf(secondsAgo), status: 'sent', recipient_id: waId });
}

function eventOf(secondsAgo: number) {
	const timestamp = String(Math.floor(Date.now() / 1_000) - secondsAgo);
	return { id: `wamid.${randomUUID()}`, timestamp };
}

/** Delivers webhooks, one after the other, as Meta does. */
async function receive(...bodies: object[]): Promise<void> {
	const url = await until('the registration', overrideUrl);
	for (const body of bodies) expect(await signedPost(url, JSON.stringify(body))).toBe(200);
}
