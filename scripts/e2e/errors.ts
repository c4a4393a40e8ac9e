import type { INodeExecutionData } from 'n8n-workflow';
import { outputItems } from '../n8n/client';
import { actionName, actionWorkflow, startName } from '../workflows';
import { business } from '../../simulator/business';
import type { World } from './world';

/** One item that cannot be sent does not keep the others from being sent. */
export async function checkContinueOnFail(world: World): Promise<void> {
	const { checks, n8n, credential, simulator } = world;
	await checks.check(
		'Continue On Fail: a bad item carries its error, the others are sent',
		async () => {
			const [customer] = business.customers;
			const recipients = [customer.waId, 'not a number', customer.waId];
			const workflow = await n8n.createWorkflow(
				actionWorkflow('Continue On Fail', credential, {
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
			const before = simulator.messages().length;
			const execution = await n8n.runWorkflow(workflow, startName);
			const items = outputItems(execution, actionName);
			const sent = simulator.messages().length - before;
			await n8n.deleteWorkflow(workflow);
			const outcomes = items.map(outcomeOf).join(', ');
			if (outcomes !== 'sent 0, error 1, sent 2' || sent !== 2) {
				throw new Error(`The items were: ${outcomes}; the simulator received ${sent} messages.`);
			}
		},
	);
}

function outcomeOf({ json, pairedItem }: INodeExecutionData): string {
	const index =
		typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : pairedItem;
	return `${'messages' in json ? 'sent' : 'error' in json ? 'error' : 'nothing'} ${index as number}`;
}
