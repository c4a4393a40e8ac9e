import type { INodeParameters } from 'n8n-workflow';

import { outputItems, type SavedWorkflow } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { ExecutionCounter, expectSuccess } from '../support/executions';
import { publish, triggerName, triggerWorkflow } from '../support/triggerWorkflow';
import { world } from '../support/world';

const [customer] = business.customers;
const texts = ['Oi', 'tudo bem?', 'queria saber o preço'];

describe('Collect Messages', () => {
	let workflow: SavedWorkflow;
	const executions = new ExecutionCounter(() => workflow);

	const start = async (name: string, settings: INodeParameters) => {
		const triggerOptions = { collectMessages: { settings } };
		workflow = await publish(triggerWorkflow(name, { events: ['messages'], triggerOptions }));
		await executions.begin();
	};
	const write = async (text: string) => {
		await world.simulator.writeAs(customer.waId, { type: 'text', text });
		// Webhooks under way at once may overtake each other.
		await world.simulator.settled();
	};

	afterEach(() => world.n8n.deactivateWorkflow(workflow));

	test('three quick texts start one execution', async () => {
		await start('Three texts', { silence: 3 });
		for (const text of texts) await write(text);
		await executions.expectNew(1);
		await expectTexts(workflow, texts);
		await write('later');
		await executions.expectNew(1);
		await expectTexts(workflow, ['later']);
	});

	test('what n8n collects when it is killed starts one execution after the restart', async () => {
		await start('Killed', { silence: 15 });
		for (const text of texts) await write(text);
		await world.killAndRestartN8n();
		await executions.expectNew(1);
		await expectTexts(workflow, texts);
		await write('after the restart');
		await executions.expectNew(1);
		await expectTexts(workflow, ['after the restart']);
	});

	test('unpublishing and publishing again loses nothing', async () => {
		await start('Unpublished meanwhile', { silence: 60 });
		await write('before the end');
		await world.n8n.deactivateWorkflow(workflow);
		await world.n8n.activateWorkflow(workflow);
		await executions.expectNew(1);
		await expectTexts(workflow, ['before the end']);
	});

	test('a test run in the editor collects as well', async () => {
		await start('Test run that collects', { silence: 3 });
		await world.n8n.listen(workflow, triggerName);
		for (const text of texts) await write(text);
		await executions.expectNew(1);
		await expectTexts(workflow, texts);
		expect((await world.n8n.executionModes(workflow)).slice(0, 1)).toEqual(['manual']);
	});
});

/** The texts that the newest execution began with. */
async function expectTexts(workflow: SavedWorkflow, expected: readonly string[]): Promise<void> {
	const [id = ''] = await world.n8n.executionIds(workflow);
	const execution = await world.n8n.finishedExecution(id);
	expectSuccess(execution);
	expect(outputItems(execution, triggerName).map(({ json }) => json)).toMatchObject([
		{ text: expected.join('\n'), messages: expected.map((text) => ({ text })) },
	]);
}
