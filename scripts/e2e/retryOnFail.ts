import { business } from '../../simulator';
import { outputItems } from '../n8n/client';
import { actionName, actionWorkflow, startName } from '../workflows';
import type { World } from './world';

/** n8n's Retry On Fail runs a node again with all its items; those that were sent must not be sent again. */
export async function checkRetryOnFail(world: World): Promise<void> {
	const { checks, n8n, credential, simulator } = world;
	await checks.check('Retry On Fail sends again only what was not accepted', async () => {
		const [first, second] = business.customers;
		const recipients = [first.waId, second.waId].map((waId) => `+${waId}`);
		const workflow = await n8n.createWorkflow(
			actionWorkflow('Retry On Fail', credential, {
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
		const before = simulator.messages().length;
		const execution = await n8n.runWorkflow(workflow, startName);
		simulator.clearFaults();
		await n8n.deleteWorkflow(workflow);
		const sent = simulator
			.messages()
			.slice(before)
			.map(({ body }) => String(body.to));
		if (
			outputItems(execution, actionName).length !== 2 ||
			sent.sort().join() !== recipients.join()
		) {
			throw new Error(`The simulator received messages to: ${sent.join(', ')}.`);
		}
	});
}
