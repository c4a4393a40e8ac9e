import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { ExecutionCounter } from '../support/executions';
import { overrideUrl, publish, triggerName, triggerWorkflow } from '../support/triggerWorkflow';
import { until } from '../support/until';
import { world } from '../support/world';

const [customer] = business.customers;
const [, otherNumber] = business.phoneNumbers;

describe('Test run of the trigger in the editor', () => {
	test('before publishing: it registers, and cleans up', async () => {
		const workflow = await world.n8n.createWorkflow(
			triggerWorkflow('Unpublished', { events: ['messages'] }),
		);
		await world.n8n.listen(workflow, triggerName);
		expect(overrideUrl()).toContain('/webhook-test/');
		await world.n8n.stopListening(workflow);
		await until('the end of the registration', () => (overrideUrl() ? undefined : true));
	});

	describe('of a published workflow', () => {
		let workflow: SavedWorkflow;
		const executions = new ExecutionCounter(() => workflow);

		beforeAll(async () => {
			workflow = await publish(triggerWorkflow('Test run', { events: ['messages'] }));
		});

		beforeEach(() => executions.begin());

		test('takes one message, then production goes on', async () => {
			await world.n8n.listen(workflow, triggerName);
			await write('To the test');
			await executions.expectNew(1);
			await expectNoTest();
			await write('To production');
			await executions.expectNew(1);
			expect(await newestModes(2)).toEqual(['webhook', 'manual']);
		});

		test("takes what the button 'Test' in the Meta app dashboard sends, and production does not", async () => {
			const url = overrideUrl() ?? '';
			world.simulator.state.app.subscription = { url, verifyToken: '', fields: ['messages'] };
			await world.n8n.listen(workflow, triggerName);
			await world.simulator.sendSample('messages');
			await executions.expectNew(1);
			expect(await newestModes(1)).toEqual(['manual']);
			await expectNoTest();
			expect(await world.simulator.sendSample('messages')).toMatchObject({ state: 'delivered' });
			await write('To production');
			await executions.expectNew(1);
		});

		test('that is stopped leaves production on', async () => {
			await world.n8n.listen(workflow, triggerName);
			await world.n8n.stopListening(workflow);
			await expectNoTest();
			await write('After the stop');
			await executions.expectNew(1);
			expect(await newestModes(1)).toEqual(['webhook']);
		});

		test('that is cut off by a restart leaves production on', async () => {
			await world.n8n.listen(workflow, triggerName);
			await world.restartN8n();
			await expectNoTest();
			await write('After the restart');
			await executions.expectNew(1);
			expect(await newestModes(1)).toEqual(['webhook']);
		});

		test('two numbers of one app have a trigger each', async () => {
			const other = await publish(
				triggerWorkflow('Other number', {
					events: ['messages'],
					phoneNumberId: { __rl: true, mode: 'id', value: otherNumber.id },
				}),
			);
			const ofOther = new ExecutionCounter(() => other);
			for (const { id } of business.phoneNumbers) await write(id, id);
			await executions.expectNew(1);
			await ofOther.expectNew(1);
		});

		/** Whether the newest executions are of production (`webhook`) or of test runs (`manual`). */
		async function newestModes(count: number): Promise<string[]> {
			return (await world.n8n.executionModes(workflow)).slice(0, count);
		}
	});
});

async function write(text: string, phoneNumberId?: string): Promise<void> {
	await world.simulator.writeAs(customer.waId, { type: 'text', text, phoneNumberId });
}

/** n8n ends a test run some time after its event has come: it then does not know the URL any more. */
async function expectNoTest(): Promise<void> {
	await until('the end of the test run', async () => {
		const { status } = await fetch(`${world.n8n.url}/webhook-test/e2e-test-run/webhook`);
		return status === 404 ? true : undefined;
	});
}
