import { business } from '../../../simulator';
import { signedPost } from '../../support/signedPost';
import { messagePayload } from '../../unit/trigger/payloads';
import { overrideUrl, publish, triggerWorkflow } from './triggerWorkflow';
import { until } from './until';
import { world } from './world';

const [customer] = business.customers;
const thirtyHours = 30 * 3600;

/** The customer whose window closes. */
export const lateCustomer = `+${customer.waId}`;

/** A trigger receives what the customer wrote 30 hours ago, so that the window is closed, and known to be. */
export async function closeWindow(): Promise<void> {
	await publish(triggerWorkflow('Customers', { events: ['messages'] }));
	await receiveOldMessage(customer.waId);
	world.simulator.closeWindow(customer.waId);
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
