import type { INodeParameters } from 'n8n-workflow';

import type { SavedWorkflow } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { expectCollected } from '../support/collected';
import { ExecutionCounter } from '../support/executions';
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
		await expectCollected(workflow, texts);
		await write('later');
		await executions.expectNew(1);
		await expectCollected(workflow, ['later']);
	});

	test('what n8n collects when it is killed starts one execution after the restart', async () => {
		await start('Killed', { silence: 15 });
		for (const text of texts) await write(text);
		await world.killAndRestartN8n();
		await executions.expectNew(1);
		await expectCollected(workflow, texts);
		await write('after the restart');
		await executions.expectNew(1);
		await expectCollected(workflow, ['after the restart']);
	});

	test('unpublishing and publishing again loses nothing', async () => {
		await start('Unpublished meanwhile', { silence: 60 });
		await write('before the end');
		await world.n8n.deactivateWorkflow(workflow);
		await world.n8n.activateWorkflow(workflow);
		await executions.expectNew(1);
		await expectCollected(workflow, ['before the end']);
	});

	test('a test run in the editor collects as well', async () => {
		await start('Test run that collects', { silence: 3 });
		await world.n8n.listen(workflow, triggerName);
		for (const text of texts) await write(text);
		await executions.expectNew(1);
		await expectCollected(workflow, texts);
		expect((await world.n8n.executionModes(workflow)).slice(0, 1)).toEqual(['manual']);
	});
});
