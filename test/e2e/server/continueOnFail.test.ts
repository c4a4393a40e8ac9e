import type { INodeExecutionData } from 'n8n-workflow';
import { outputItems } from '../../../scripts/n8n/client';
import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator/business';
import { world } from '../support/world';

describe('Continue On Fail in n8n', () => {
	test('an item that fails carries its error, and the others are sent', async () => {
		const { n8n, simulator } = world;
		const [customer] = business.customers;
		const recipients = [customer.waId, 'not a number', customer.waId];
		const workflow = await n8n.createWorkflow(
			actionWorkflow('Continue On Fail', world.credential, {
				parameters: {
					resource: 'message',
					operation: 'sendText',
					to: '={{ $json.to }}',
					text: '=Hello {{ $json.to }}',
				},
				items: recipients.map((recipient) => ({ json: { to: `+${recipient}` } })),
				nodeSettings: { onError: 'continueRegularOutput' },
			}),
		);
		const execution = await n8n.runWorkflow(workflow, startName);
		const outcomes = outputItems(execution, actionName).map(outcomeOf);
		expect(outcomes).toEqual(['sent 0', 'error 1', 'sent 2']);
		expect(simulator.messages()).toHaveLength(2);
	});
});

function outcomeOf({ json, pairedItem }: INodeExecutionData): string {
	const index =
		typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : pairedItem;
	return `${'messageId' in json ? 'sent' : 'error' in json ? 'error' : 'nothing'} ${index as number}`;
}
