import type { Conversations } from '../../shared/conversation/conversations';
import type { EventItem } from '../items/toItem';
import { conversationOf } from './noteConversations';

/** Adds to each item until when its customer service window is open, as far as it is remembered. */
export async function withWindow(
	items: readonly EventItem[],
	conversations: Conversations,
): Promise<EventItem[]> {
	return await Promise.all(
		items.map(async (item) => {
			const customer = conversationOf(item);
			if (customer === undefined) return item;
			return { ...item, windowOpenUntil: await conversations.windowOpenUntil(customer) };
		}),
	);
}
