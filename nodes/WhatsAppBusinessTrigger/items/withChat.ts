import { chatInputOf } from './chatInput';
import type { EventItem } from '../../shared/items/toItem';

/**
 * What n8n's AI Agent ('Connected Chat Trigger Node') and its memories read by default. Both refuse an item without
 * these keys with a clear error, but take null for a text, so only messages of customers have them.
 * https://docs.n8n.io/integrations/builtin/cluster-nodes/root-nodes/n8n-nodes-langchain.agent/
 */
export interface Chat {
	/** The message in words. */
	chatInput: string;
	/** The conversation: one per customer and business number, and one per group. Not set if the customer is unknown. */
	sessionId?: string;
}

/** An item as the trigger outputs it. */
export type ChatItem = EventItem & Partial<Chat>;

/** Adds to a message what an AI agent needs. */
export function withChat(item: EventItem): ChatItem {
	if (item.event !== 'message') return item;
	const { raw, ...rest } = item;
	const sessionId = sessionIdOf(item);
	return {
		...rest,
		chatInput: chatInputOf(item),
		...(sessionId !== undefined && { sessionId }),
		raw,
	};
}

// What a customer writes in a group belongs to the group: a reply there must not tell of the customer's own chat.
function sessionIdOf({ phoneNumberId, customer, group }: EventItem): string | undefined {
	const conversation = group?.id ?? customer;
	if (phoneNumberId === null || conversation === null) return undefined;
	return `${phoneNumberId}:${conversation}`;
}
