import { actionWorkflow, startName } from '../../../scripts/workflows';
import { business } from '../../../simulator';
import { signedPost } from '../../support/signedPost';
import { messagePayload } from '../../unit/trigger/payloads';
import { expectSuccess } from './executions';
import { overrideUrl, publish, triggerWorkflow } from './triggerWorkflow';
import { until } from './until';
import { world } from './world';

const [customer] = business.customers;
const thirtyHours = 30 * 3600;

/** The customer whose window closes. */
export const lateCustomer = `+${customer.waId}`;

/** A trigger receives what the customer wrote 30 hours ago, so that the window is closed, and known to be. */
export async function closeWindow(): Promise<void> {
	await forget(lateCustomer);
	await publish(triggerWorkflow('Customers', { events: ['messages'] }));
	await receiveOldMessage(customer.waId);
	world.simulator.closeWindow(customer.waId);
}

/** What an earlier test has left in the memory of n8n would count. */
async function forget(customerNumber: string): Promise<void> {
	const parameters = { resource: 'conversation', operation: 'forget', customer: customerNumber };
	const workflow = actionWorkflow('Forget', world.credential, {
		parameters,
		items: [{ json: {} }],
	});
	const created = await world.n8n.createWorkflow(workflow);
	expectSuccess(await world.n8n.runWorkflow(created, startName));
}

/** Delivers a message of 30 hours ago to the published trigger. */
export async function receiveOldMessage(from: string): Promise<void> {
	const url = await until('the registration', overrideUrl);
	const timestamp = String(Math.floor(Date.now() / 1000) - thirtyHours);
	const id = `wamid.${timestamp}`;
	const message = { type: 'text', text: { body: 'Hi' }, from, id, timestamp };
	const status = await signedPost(url, JSON.stringify(messagePayload(message)));
	if (status !== 200) throw new Error(`n8n responded with ${status} to the old message.`);
}
