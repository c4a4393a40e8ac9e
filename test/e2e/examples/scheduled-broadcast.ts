import { business } from '../../../simulator';
import { expectSuccess } from '../support/executions';
import { until } from '../support/until';
import type { ExampleStage } from '../support/exampleStage';
import { settled, world } from '../support/world';

export async function play(stage: ExampleStage): Promise<void> {
	const { n8n, simulator } = world;
	const [first, second] = business.customers;
	const nobody = '16505550199';
	simulator.updateSettings({ notOnWhatsApp: [nobody] });
	const table = await n8n.createDataTable(
		'Broadcast',
		{ phone: 'string', code: 'string', status: 'string', detail: 'string', rank: 'number' },
		[
			{ phone: `+${first.waId}`, code: 'PABLO25' },
			{ phone: `+${second.waId}`, code: 'ADA25' },
			{ phone: `+${nobody}`, code: 'NOBODY25' },
			{ phone: '0171 1234567', code: 'WRONG25' },
			{ phone: `+${first.waId}`, code: 'DONE25', status: 'read', rank: 3 },
		],
	);
	for (const { name, type } of stage.definition.nodes) {
		if (type !== 'n8n-nodes-base.dataTable') continue;
		stage.choose(name, { dataTableId: { __rl: true, mode: 'id', value: table.id } });
	}
	const workflow = await stage.publish();
	const execution = await n8n.runWorkflow(workflow, 'Every Morning');
	expectSuccess(execution);
	const codes = simulator.messages().map(({ body }) => JSON.stringify(body));
	for (const code of ['PABLO25', 'ADA25', 'NOBODY25']) {
		expect(codes.filter((body) => body.includes(code))).toHaveLength(1);
	}

	await settled();
	const expected = [
		{ status: 'read' },
		{ status: 'read' },
		{ status: 'failed', detail: expect.stringMatching(/./) },
		{ status: 'failed', detail: expect.stringMatching(/country code/) },
		{ status: 'read' },
	];
	let rows: unknown;
	await until('the statuses in the table', async () => {
		rows = await n8n.dataTableRows(table);
		try {
			expect(rows).toMatchObject(expected);
			return true;
		} catch {
			return undefined;
		}
	}).catch(() => expect(rows).toMatchObject(expected));

	const sentBefore = simulator.messages().length;
	await n8n.runWorkflow(workflow, 'Every Morning');
	expect(simulator.messages()).toHaveLength(sentBefore);
}
