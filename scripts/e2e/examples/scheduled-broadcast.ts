import { business } from '../../../simulator';
import { errorMessage } from '../../n8n/client';
import { until } from '../until';
import { expectToHold } from './expect';
import type { Stage } from './stage';

export async function play(stage: Stage): Promise<void> {
	const { n8n, simulator } = stage.world;
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
	if (execution.status !== 'success') throw new Error(errorMessage(execution));
	const codes = simulator.messages().map(({ body }) => JSON.stringify(body));
	for (const code of ['PABLO25', 'ADA25', 'NOBODY25']) {
		const count = codes.filter((body) => body.includes(code)).length;
		if (count !== 1) throw new Error(`The message with ${code} was sent ${count} times.`);
	}

	await simulator.settled();
	const expected = [
		{ status: 'read' },
		{ status: 'read' },
		{ status: 'failed', detail: /./ },
		{ status: 'failed', detail: /country code/ },
		{ status: 'read' },
	];
	let rows: unknown;
	await until('the statuses in the table', async () => {
		rows = await n8n.dataTableRows(table);
		try {
			expectToHold(rows, expected);
			return true;
		} catch {
			return undefined;
		}
	}).catch(() => expectToHold(rows, expected));

	const sentBefore = simulator.messages().length;
	await n8n.runWorkflow(workflow, 'Every Morning');
	if (simulator.messages().length !== sentBefore) throw new Error('A second run sent again.');
}
