import type { Conversations, Customer } from '../../shared/conversation/conversations';
import type { EventItem } from '../../shared/items/toItem';

type Note = (conversations: Conversations, customer: Customer, at: Date) => Promise<void>;

/**
 * Remembers when customers and the business last wrote, for all events of a delivery, whether they start the workflow or
 * not. Settles before the workflow starts, so that its nodes know it.
 */
export async function noteConversations(
	items: readonly EventItem[],
	conversations: Conversations,
): Promise<void> {
	const notes = items.map(async (item) => {
		const customer = conversationOf(item);
		const at = new Date(item.timestamp ?? NaN);
		if (customer === undefined || Number.isNaN(at.getTime())) return;
		await noteFor(item)?.(conversations, customer, at);
	});
	await Promise.all(notes);
}

/** The conversation that an event belongs to; undefined in a group and for events about no customer. */
export function conversationOf({
	phoneNumberId,
	group,
	from,
	recipient,
	userId,
}: EventItem): Customer | undefined {
	const users = [from, recipient, userId].filter((user) => user !== null);
	if (phoneNumberId === null || group !== null || users.length === 0) return undefined;
	return { phoneNumberId, users };
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages#customer-service-windows */
function noteFor({ event, type, from, media, call }: EventItem): Note | undefined {
	const noteIn: Note = (conversations, customer, at) => conversations.noteMessageIn(customer, at);
	const noteOut: Note = (conversations, customer, at) => conversations.noteMessageOut(customer, at);
	const echo = from === null ? noteOut : noteIn;
	// A customer may hide the number.
	const isCalling = from !== null || call?.direction === 'USER_INITIATED';
	// The name of an unknown event comes from outside.
	switch (event) {
		case 'message':
			// A system message is WhatsApp's own.
			return type === 'system' ? undefined : noteIn;
		case 'calls':
			// A call of the customer opens the window, too. Its recording comes later.
			return isCalling && media === null ? noteIn : undefined;
		case 'status':
			return type === 'sent' ? noteOut : undefined;
		case 'smb_message_echoes':
		case 'message_echoes':
			return echo;
		default:
			return undefined;
	}
}
