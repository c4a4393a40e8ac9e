import { business } from '../../simulator';
import type { SavedWorkflow } from '../n8n/client';
import { overrideUrl, triggerName, triggerWorkflow } from './triggerWorkflow';
import { until } from './until';
import type { World } from './world';
import { unpublish } from './unpublish';

const [customer] = business.customers;
const [, otherNumber] = business.phoneNumbers;

/** A test run in the editor takes over for a while; two numbers have a trigger each. */
export async function checkTestRun(world: World): Promise<void> {
	const { checks, simulator } = world;
	const workflow = await world.n8n.createWorkflow(
		triggerWorkflow(world, 'Test run', { events: ['messages'] }),
	);
	await checks.check('trigger: a test run before publishing registers, and cleans up', async () => {
		await world.n8n.listen(workflow, triggerName);
		if (!overrideUrl(world)?.includes('/webhook-test/')) {
			throw new Error(`The address was ${overrideUrl(world)}, not the test's.`);
		}
		await world.n8n.stopListening(workflow);
		await until('the end of the registration', () => (overrideUrl(world) ? undefined : true));
	});

	await world.n8n.activateWorkflow(workflow);

	await checks.check('trigger: a test run takes one message, then production goes on', async () => {
		await world.n8n.listen(workflow, triggerName);
		await simulator.writeAs(customer.waId, { type: 'text', text: 'To the test' });
		await expectExecutions(world, workflow, 1);
		await expectNoTest(world);
		await simulator.writeAs(customer.waId, { type: 'text', text: 'To production' });
		await expectExecutions(world, workflow, 2);
		expectModes(await world.n8n.executionModes(workflow), ['webhook', 'manual']);
	});

	await checks.check('trigger: a test run that is stopped leaves production on', async () => {
		await world.n8n.listen(workflow, triggerName);
		await world.n8n.stopListening(workflow);
		await expectNoTest(world);
		await simulator.writeAs(customer.waId, { type: 'text', text: 'After the stop' });
		await expectExecutions(world, workflow, 3);
		expectModes(await world.n8n.executionModes(workflow), ['webhook', 'webhook', 'manual']);
	});

	await checks.check('trigger: a test run cut off by a restart leaves production on', async () => {
		await world.n8n.listen(workflow, triggerName);
		await world.restartN8n();
		await expectNoTest(world);
		await simulator.writeAs(customer.waId, { type: 'text', text: 'After the restart' });
		await expectExecutions(world, workflow, 4);
	});

	await checks.check('trigger: two numbers of one app have a trigger each', async () => {
		const other = await world.n8n.createWorkflow(
			triggerWorkflow(world, 'Other number', {
				events: ['messages'],
				phoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
			}),
		);
		await world.n8n.activateWorkflow(other);
		for (const { id } of business.phoneNumbers) {
			await simulator.writeAs(customer.waId, { type: 'text', text: id, phoneNumberId: id });
		}
		await expectExecutions(world, workflow, 5);
		await expectExecutions(world, other, 1);
		await unpublish(world, other);
		await world.n8n.deleteWorkflow(other);
	});

	await unpublish(world, workflow);
	await world.n8n.deleteWorkflow(workflow);
}

async function expectExecutions(
	{ n8n, simulator }: World,
	workflow: SavedWorkflow,
	expected: number,
): Promise<void> {
	await simulator.settled();
	const found = await until(`execution ${expected}`, async () => {
		const count = await n8n.executionCount(workflow);
		return count >= expected ? count : undefined;
	});
	if (found !== expected) throw new Error(`There were ${found} executions, not ${expected}.`);
}

/** n8n ends a test run some time after its event has come: it then does not know the address any more. */
async function expectNoTest({ n8n }: World): Promise<void> {
	await until('the end of the test run', async () => {
		const { status } = await fetch(`${n8n.url}/webhook-test/e2e-test-run/webhook`);
		return status === 404 ? true : undefined;
	});
}

function expectModes(found: readonly string[], expected: readonly string[]): void {
	if (found.join() !== expected.join()) throw new Error(`The executions were: ${found.join()}.`);
}
