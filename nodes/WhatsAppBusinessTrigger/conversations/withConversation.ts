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
	const known = items.flatMap((item) => {
		const customer = conversationOf(item);
		return customer === undefined ? [] : [{ item, customer }];
	});
	const summaries = await conversations.summaries(known.map(({ customer }) => customer));
	const summaryOf = new Map(known.map(({ item }, index) => [item, summaries[index]]));
	return items.map((item) => {
		const summary = summaryOf.get(item);
		if (summary === undefined) return item;
		return {
			...item,
			windowOpenUntil: summary.windowOpenUntil,
			paused: summary.pausedUntil !== undefined,
			optedOut: summary.optedOut !== undefined,
			preference: preferenceOf(item, words),
		};
	});
}
