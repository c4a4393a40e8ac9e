import type { Conversations } from '../../shared/conversation/conversations';
import type { EventItem } from '../../shared/items/toItem';
import { conversationOf } from './noteConversations';
import { preferenceOf } from './preferences';
import type { PreferenceWords } from '../parameters/preferenceWords';

/** Adds to each item what is remembered of its conversation, and what the customer has just chosen. */
export async function withConversation(
	items: readonly EventItem[],
	conversations: Conversations,
	words: PreferenceWords | undefined,
): Promise<EventItem[]> {
	return await Promise.all(
		items.map(async (item) => {
			const customer = conversationOf(item);
			if (customer === undefined) return item;
			const [windowOpenUntil, pausedUntil, optOut] = await Promise.all([
				conversations.windowOpenUntil(customer),
				conversations.pausedUntil(customer),
				conversations.optedOut(customer),
			]);
			return {
				...item,
				windowOpenUntil,
				paused: pausedUntil !== undefined,
				optedOut: optOut !== undefined,
				preference: preferenceOf(item, words),
			};
		}),
	);
}
