import type { INodeParameters } from 'n8n-workflow';

import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { signedPost } from '../../support/signedPost';
import { messagePayload } from '../../unit/trigger/payloads';
import { ExecutionCounter } from '../support/executions';
import { startedWith } from '../support/startedWith';
import { overrideUrl, publish, triggerName, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { settled, world } from '../support/world';

const [customer, other] = business.customers;
/** The shortest that n8n lets people enter. */
const aMinute: INodeParameters = { inactiveAfter: 1 };

/*
 * A conversation is due a minute after its last message at the earliest: `inactiveAfter` 1, or for a window of 1440
 * minutes `closesIn` 1439. So a test takes little more than a minute, without any clock that is put forward.
 */
describe('Conversations that are due', () => {
	let workflow: SavedWorkflow;
	const executions = new ExecutionCounter(() => workflow);

	const start = async (name: string, events: string[], parameters: INodeParameters) => {
		workflow = await publish(triggerWorkflow(name, { events, ...parameters }));
		await executions.begin();
	};
	const write = async (to: string) => {
		await world.simulator.writeAs(to, { type: 'text', text: 'Hi' });
		await settled();
	};
	/** A message of the node in another workflow. */
	const send = async (to: string) => {
		const parameters = { resource: 'message', operation: 'sendText', to, text: 'And?' };
		const items = [{ json: {} }];
		const definition = actionWorkflow('Send', world.credential, { parameters, items });
		await world.n8n.runWorkflow(await world.n8n.createWorkflow(definition), startName);
		await settled();
	};

	afterEach(() => world.n8n.deactivateWorkflow(workflow));

	test('start once: a customer who has not replied, and one who has no reply', async () => {
		const events = ['conversation_inactive', 'window_closing'];
		const triggerOptions = { separateExecutions: true };
		await start('Both', events, { ...aMinute, closesIn: 1_439, triggerOptions });
		for (const { waId } of [customer, other]) await write(waId);
		await send(customer.waId);
		await executions.expectNew(2);
		const items = (await startedWith(workflow, 2)).sort((one, two) =>
			String(one.event).localeCompare(String(two.event)),
		);
		expect(items).toMatchObject([
			{ event: 'conversation_inactive', customer: customer.waId, windowOpen: true },
			{ event: 'window_closing', customer: other.waId, lastMessageOutAt: null },
		]);
		// What is sent then begins no other silence. The next message of the customer does.
		await send(customer.waId);
		await write(other.waId);
		await send(other.waId);
		await executions.expectNew(1);
		expect(await startedWith(workflow, 1)).toMatchObject([
			{ event: 'conversation_inactive', customer: other.waId },
		]);
	});

	test('start once after n8n was killed before', async () => {
		await start('Killed', ['conversation_inactive'], aMinute);
		await write(customer.waId);
		await send(customer.waId);
		await world.killAndRestartN8n();
		await executions.expectNew(1);
		expect(await startedWith(workflow, 1)).toMatchObject([{ customer: customer.waId }]);
	});

	test('start late after n8n was down when they were due', async () => {
		const nobodyWrites = { ...aMinute, inactiveWhen: 'nobodyWrites' };
		await start('Down', ['conversation_inactive'], nobodyWrites);
		const dueAt = await receiveMessageOf(57);
		await world.killAndRestartN8n();
		expect(Date.now()).toBeGreaterThan(dueAt);
		await executions.expectNew(1);
		expect(await startedWith(workflow, 1)).toMatchObject([{ customer: customer.waId }]);
	});

	test('start nothing while the workflow is not published', async () => {
		const nobodyWrites = { ...aMinute, inactiveWhen: 'nobodyWrites' };
		await start('Unpublished', ['conversation_inactive'], nobodyWrites);
		const dueAt = await receiveMessageOf(40);
		await world.n8n.deactivateWorkflow(workflow);
		await until('the time at which it was due', () => (Date.now() > dueAt ? true : undefined));
		await world.n8n.activateWorkflow(workflow);
		await write(other.waId);
		await executions.expectNew(1);
		expect(await startedWith(workflow, 1)).toMatchObject([{ customer: other.waId }]);
	});

	test('go to the test run that listens in the editor', async () => {
		const nobodyWrites = { ...aMinute, inactiveWhen: 'nobodyWrites' };
		await start('Test run', ['conversation_inactive'], nobodyWrites);
		await receiveMessageOf(50);
		await world.n8n.listen(workflow, triggerName);
		await executions.expectNew(1);
		expect((await world.n8n.executionModes(workflow)).slice(0, 1)).toEqual(['manual']);
		expect(await startedWith(workflow, 1)).toMatchObject([{ customer: customer.waId }]);
	});
});

/** Delivers what the customer wrote so many seconds ago, and returns when a minute of silence is over. */
async function receiveMessageOf(seconds: number): Promise<number> {
	const url = await until('the registration', overrideUrl);
	const at = Math.floor(Date.now() / 1_000) - seconds;
	const message = { id: `wamid.${at}`, from: customer.waId, timestamp: String(at) };
	const body = messagePayload({ ...message, type: 'text', text: { body: 'Hi' } });
	expect(await signedPost(url, JSON.stringify(body))).toBe(200);
	return (at + 60) * 1_000;
}
