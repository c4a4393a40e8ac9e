import { outputItems } from '../../../scripts/n8n/client';
import { business } from '../../../simulator';
import { expectSuccess } from '../support/executions';
import type { ExampleStage } from '../support/exampleStage';
import { world } from '../support/world';

export async function play(stage: ExampleStage): Promise<void> {
	const { n8n, simulator } = world;
	const [first, second] = business.customers;
	const table = await n8n.createDataTable('Recipients', { phone: 'string', code: 'string' }, [
		{ phone: `+${first.waId}`, code: 'PABLO25' },
		{ phone: `+${second.waId}`, code: 'ADA25' },
		{ phone: '0171 1234567', code: 'WRONG25' },
	]);
	const dataTableId = { __rl: true, mode: 'id', value: table.id };
	stage.choose('All Recipients', { dataTableId });
	const workflow = await stage.publish();
	const run = async () => {
		const execution = await n8n.runWorkflow(workflow, 'Every Hour');
		expectSuccess(execution);
		const items = (name: string) =>
			name in execution.run.resultData.runData
				? outputItems(execution, name).map(({ json }) => json)
				: [];
		return { sentNow: items('Sent Now'), notSent: items('Not Sent') };
	};
	const notSent = [
		{
			phone: '0171 1234567',
			reason: expect.stringMatching(/country code/),
			whatToDo: expect.any(String),
		},
	];
	expect(await run()).toMatchObject({
		sentNow: [{ code: 'PABLO25', status: 'accepted' }, { code: 'ADA25' }],
		notSent,
	});
	expect(await run()).toMatchObject({ sentNow: [], notSent });
	expect(simulator.messages()).toHaveLength(2);
}
