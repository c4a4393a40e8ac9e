import { asObject, asObjects, asText, firstText } from '../../graphApi/coerce';
import type { WebhookMessage } from '../events/payload';
import { contactNames } from '../../shared/messageText';

/** A contact card. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/contacts */
export interface ContactCard {
	name: string | null;
	/** A number that uses WhatsApp in the form of `from`, any other as the card has it. */
	phones: string[];
}

export function contactsContent({ contacts: sent }: WebhookMessage): {
	contacts: ContactCard[];
	text: string | null;
} {
	const contacts = asObjects(sent).map(({ name, phones }) => ({
		name: asText(asObject(name).formatted_name),
		phones: asObjects(phones)
			.map(({ wa_id, phone }) => firstText(wa_id, phone))
			.filter((number) => number !== null),
	}));
	return { contacts, text: contactNames(sent) };
}
