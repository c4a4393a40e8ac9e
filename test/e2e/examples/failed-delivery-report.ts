import { business } from '../../../simulator';
import { actionWorkflow, startName } from '../../../scripts/workflows';
import { expectSuccess } from '../support/executions';
import { until } from '../support/until';
import type { ExampleStage } from '../support/exampleStage';
import { world } from '../support/world';

export async function play(stage: ExampleStage): Promise<void> {
	const { n8n, simulator, credential } = world;
	const chat = await stage.endpoint();
	const table = await n8n.createDataTable('Failed deliveries', {
		messageId: 'string',
		recipient: 'string',
		code: 'string',
		reason: 'string',
		callbackData: 'string',
	});
	const dataTableId = { __rl: true, mode: 'id', value: table.id };
	stage.choose('Remember It', { dataTableId });
	stage.choose('Failures of the Last Day', { dataTableId });
	stage.choose('Post the Report', { url: `${chat.url}/report` });
	const workflow = await stage.publish();

	const [customer] = business.customers;
	const nobody = ['16505550198', '16505550199'];
	simulator.updateSettings({ notOnWhatsApp: nobody });
	const sending = await n8n.createWorkflow(
		actionWorkflow('Send to people who are not on WhatsApp', credential, {
			parameters: { resource: 'message', operation: 'sendText', to: '={{ $json.to }}', text: 'Hi' },
			items: [customer.waId, ...nobody].map((waId) => ({ json: { to: `+${waId}` } })),
		}),
	);
	simulator.setCustomer({ waId: nobody[0] });
	await n8n.runWorkflow(sending, startName);
	await until('the failures in the table', async () => {
		const rows = await n8n.dataTableRows(table);
		return rows.length >= nobody.length ? rows : undefined;
	});

	const report = await n8n.runWorkflow(workflow, 'Every Evening');
	expectSuccess(report);
	expect(chat.calls).toMatchObject([
		{ body: { text: expect.stringMatching(/\n2 × .+ \(131026\)$/) } },
	]);
}
