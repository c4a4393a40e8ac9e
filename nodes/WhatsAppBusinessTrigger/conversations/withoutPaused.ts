import type { Conversations } from '../../shared/conversation/conversations';
import type { EventWithItem } from '../../shared/items/toItem';
import type { ConversationSettings } from '../parameters/conversationSettings';
import { conversationOf } from './noteConversations';

/** Leaves out the messages of customers whose conversation is paused, if they are to start nothing. */
export async function withoutPaused(
	received: readonly EventWithItem[],
	conversations: Conversations,
	{ whilePaused }: Pick<ConversationSettings, 'whilePaused'>,
): Promise<EventWithItem[]> {
	if (whilePaused !== 'startNothing') return [...received];
	const starts = await Promise.all(
		received.map(async ({ item }) => {
			const customer = item.event === 'message' ? conversationOf(item) : undefined;
			return customer === undefined || (await conversations.pausedUntil(customer)) === undefined;
		}),
	);
	return received.filter((_entry, index) => starts[index]);
}
