import { asObjects, asText, firstText } from '../../graphApi/coerce';
import type { WebhookMessage } from '../events/payload';
import { cardName, contactNames } from '../messageText';
import { vcardValues } from '../vcard';

/** A contact card. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/contacts */
export interface ContactCard {
	name: string | null;
	/** A number that uses WhatsApp in the form of `from`, any other as the card has it. */
	phones: string[];
	/** `contact_request` if the business asked for it, `other` if the customer sent it. Null if Meta does not say. */
	origin: string | null;
}

export function contactsContent({ contacts: sent }: WebhookMessage): {
	contacts: ContactCard[];
	text: string | null;
} {
	const contacts = asObjects(sent).map((card) => {
		const phones = asObjects(card.phones).flatMap(
			({ wa_id, phone }) => firstText(wa_id, phone) ?? [],
		);
		return {
			name: cardName(card),
			phones: phones.length > 0 ? phones : vcardValues(card.vcard, 'TEL'),
			origin: asText(card.origin),
		};
	});
	return { contacts, text: contactNames(sent) };
}
