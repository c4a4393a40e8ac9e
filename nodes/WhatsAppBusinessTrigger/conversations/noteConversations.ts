import type { Conversations, Customer } from '../../shared/conversation/conversations';
import type { EventItem } from '../../shared/items/toItem';

type Note = 'noteMessageIn' | 'noteMessageOut';

/**
 * Remembers when customers and the business last wrote, for all events of a delivery, whether they start the workflow or
 * not. Settles before the workflow starts, so that its nodes know it.
 */
export async function noteConversations(
	items: readonly EventItem[],
	conversations: Conversations,
): Promise<void> {
	// A delivery may have hundreds of messages of one customer, of which only the latest counts.
	const latest = new Map<string, { note: Note; customer: Customer; at: Date }>();
	for (const item of items) {
		const customer = conversationOf(item);
		const note = noteFor(item);
		const at = new Date(item.timestamp ?? NaN);
		if (customer === undefined || note === undefined || Number.isNaN(at.getTime())) continue;
		const name = JSON.stringify([note, customer]);
		const known = latest.get(name);
		if (known === undefined || known.at < at) latest.set(name, { note, customer, at });
	}
	const notes = [...latest.values()];
	await Promise.all(notes.map(({ note, customer, at }) => conversations[note](customer, at)));
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
	const echo = from === null ? 'noteMessageOut' : 'noteMessageIn';
	// A customer may hide the number.
	const isCalling = from !== null || call?.direction === 'USER_INITIATED';
	// The name of an unknown event comes from outside.
	switch (event) {
		case 'message':
			// A system message is WhatsApp's own.
			return type === 'system' ? undefined : 'noteMessageIn';
		case 'calls':
			// A call of the customer opens the window, too. Its recording comes later.
			return isCalling && media === null ? 'noteMessageIn' : undefined;
		case 'status':
			return type === 'sent' ? 'noteMessageOut' : undefined;
		case 'smb_message_echoes':
		case 'message_echoes':
			return echo;
		default:
			return undefined;
	}
}
