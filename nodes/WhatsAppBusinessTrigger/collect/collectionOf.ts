import { collectionName } from '../../shared/conversation/collectionKeys';
import { conversationOf } from '../conversations/noteConversations';
import type { EventItem } from '../../shared/items/toItem';
import { writtenTypes } from '../items/writtenTypes';

/**
 * The name of the collection that a message belongs to: one per customer and number. Undefined for what is not held up:
 * taps, reactions and orders, what is written in groups, and anything that is no message.
 */
export function collectionOf(item: EventItem): string | undefined {
	const { event, type, customer, phoneNumberId, reply } = item;
	const isWritten = event === 'message' && writtenTypes.has(type ?? '') && reply === null;
	if (!isWritten || phoneNumberId === null || customer === null) return undefined;
	return conversationOf(item) && collectionName(phoneNumberId, customer);
}
