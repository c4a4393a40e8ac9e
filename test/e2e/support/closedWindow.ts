import { business } from '../../../simulator';
import { publish, triggerWorkflow } from './triggerWorkflow';
import { world } from './world';

const [customer] = business.customers;

/** The customer whose window closes. */
export const lateCustomer = `+${customer.waId}`;

/** A trigger receives what the customer wrote 30 hours ago, so that the window is closed, and known to be. */
export async function closeWindow(): Promise<void> {
	await publish(triggerWorkflow('Customers', { events: ['messages'] }));
	await receiveOldMessage(customer.waId);
}

/** Delivers a message of 30 hours ago to the published trigger. The customer has not written since. */
export async function receiveOldMessage(from: string): Promise<void> {
	const { simulator } = world;
	const { id } = await simulator.writeAs(from, { type: 'text', text: 'Hi', hoursAgo: 30 });
	await simulator.settled();
	const webhook = simulator.webhooks().find(({ body }) => JSON.stringify(body).includes(id));
	if (webhook?.state === 'delivered') return;
	throw new Error(`The old message did not arrive: ${webhook?.reason ?? 'no webhook'}.`);
}
