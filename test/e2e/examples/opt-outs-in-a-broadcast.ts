import { outputItems } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { expectSuccess } from '../support/executions';
import type { ExampleStage } from '../support/exampleStage';
import { settled, world } from '../support/world';

export async function play(stage: ExampleStage): Promise<void> {
	const { n8n, simulator } = world;
	const [first, second] = business.customers;
	const table = await n8n.createDataTable(
		'Customers of the offer',
		{ phone: 'string', code: 'string' },
		[
			{ phone: `+${first.waId}`, code: 'PABLO25' },
			{ phone: `+${second.waId}`, code: 'ADA25' },
		],
	);
	stage.choose('All Recipients', { dataTableId: { __rl: true, mode: 'id', value: table.id } });
	const workflow = await stage.publish();
	const broadcast = async () => {
		const execution = await n8n.runWorkflow(workflow, 'Every Monday');
		expectSuccess(execution);
		const sent = outputItems(execution, 'Send the Offer').map(({ json }) => json.status);
		for (const status of sent) if (status !== 'skipped') await stage.nextMessage();
		return sent;
	};

	expect(await stage.write({ type: 'text', text: 'Stop!' })).toMatchObject({
		text: { body: expect.stringMatching(/no more offers/) },
	});
	expect(await broadcast()).toEqual(['skipped', 'accepted']);
	simulator.chooseMarketing(second.waId, { value: 'stop' });
	await settled();
	expect(await broadcast()).toEqual(['skipped', 'skipped']);
	expect(await stage.write({ type: 'text', text: 'start' })).toMatchObject({
		text: { body: expect.stringMatching(/Welcome back/) },
	});
	expect(await broadcast()).toEqual(['accepted', 'skipped']);
}
