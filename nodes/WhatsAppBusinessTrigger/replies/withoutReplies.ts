import type { EventWithItem } from '../../shared/items/toItem';
import { fewAtOnce } from '../n8n/fewAtOnce';
import type { Deliveries } from './deliveries';
import type { Replies } from './replies';

/**
 * Hands replies and statuses to the executions that wait for them and returns the other events, replies that came too
 * late among them.
 * @param startsOnReplies whether replies and such statuses are returned as well.
 */
export async function withoutReplies(
	received: readonly EventWithItem[],
	{ replies, deliveries }: { replies: Replies; deliveries: Deliveries },
	startsOnReplies: boolean,
): Promise<EventWithItem[]> {
	// One delivery may carry both the status of a question and its reply.
	for (const { event, item } of received) await replies.note(event, item);
	const awaited = await deliveries.take(received);
	const rest = new Map<EventWithItem, EventWithItem>();
	const others = received.filter((entry) => !awaited.has(entry));
	await replies.lookUp(others);
	// Those of one customer in their order.
	await fewAtOnce([...byCustomer(others).values()], async (entries) => {
		for (const entry of entries) {
			const { accepted, item } = await replies.take(entry.event, entry.item);
			if (!accepted || startsOnReplies) rest.set(entry, { ...entry, item });
		}
	});
	return received.flatMap((entry) => {
		if (awaited.has(entry)) return startsOnReplies ? [entry] : [];
		return rest.get(entry) ?? [];
	});
}

function byCustomer(entries: readonly EventWithItem[]): Map<string, EventWithItem[]> {
	const customers = new Map<string, EventWithItem[]>();
	for (const entry of entries) {
		const customer = entry.item.customer ?? '';
		const known = customers.get(customer);
		if (known) known.push(entry);
		else customers.set(customer, [entry]);
	}
	return customers;
}
