import type { EventWithItem } from '../items/toItem';
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
	const rest: EventWithItem[] = [];
	for (const entry of received) {
		if (awaited.has(entry)) {
			if (startsOnReplies) rest.push(entry);
			continue;
		}
		const { accepted, item } = await replies.take(entry.event, entry.item);
		if (!accepted || startsOnReplies) rest.push({ ...entry, item });
	}
	return rest;
}
