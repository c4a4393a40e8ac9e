import { outputItems } from '../../../scripts/n8n/client';
import { actionName, actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator/business';
import { world } from '../support/world';

/** n8n's Retry On Fail runs a node again with all its items. */
describe('Retry On Fail in n8n', () => {
	test('sends again only what was not accepted', async () => {
		const { n8n, simulator } = world;
		const [first, second] = business.customers;
		const recipients = [first.waId, second.waId].map((waId) => `+${waId}`);
		const workflow = await n8n.createWorkflow(
			actionWorkflow('Retry On Fail', world.credential, {
				parameters: {
					resource: 'message',
					operation: 'sendText',
					to: '={{ $json.to }}',
					text: 'Hello',
					options: { maxRetries: 0 },
				},
				items: recipients.map((recipient) => ({ json: { to: recipient } })),
				nodeSettings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 },
			}),
		);
		simulator.addFaults({ kind: 'graphError', code: 131016, times: 1, recipient: recipients[1] });
		const execution = await n8n.runWorkflow(workflow, startName);
		expect(outputItems(execution, actionName)).toHaveLength(2);
		const sent = simulator.messages().map(({ body }) => String(body.to));
		expect(sent.sort()).toEqual(recipients);
	});
});
