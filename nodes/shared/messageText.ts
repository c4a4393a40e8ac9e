import { asNumber, asObject, asObjects, asText, firstText, getPath } from '../graphApi/coerce';
import { vcardValues } from './vcard';

interface Place {
	latitude?: number;
	longitude?: number;
	name?: string;
	address?: string;
}

interface Card {
	name?: { formatted_name?: string };
	phones?: ReadonlyArray<{ phone?: string; wa_id?: string }>;
	/** Besides or instead of the others, in a card that was shared on request. */
	vcard?: string;
}

/** The name and address of a place, or its coordinates, or null. */
export function locationText(location: unknown): string | null {
	const { latitude, longitude, name, address } = asObject(location as Place);
	const coordinates = [latitude, longitude].map(asNumber).filter((number) => number !== null);
	return listed([name, address]) ?? (coordinates.length === 2 ? coordinates.join(', ') : null);
}

/** The name on a contact card, or null. */
export function cardName({ name, vcard }: Card): string | null {
	return firstText(asObject(name).formatted_name) ?? vcardValues(vcard, 'FN')[0] ?? null;
}

/** The names of contact cards, or null. A number that a customer shares on request may have no name. */
export function contactNames(contacts: unknown): string | null {
	const cards = asObjects(contacts as readonly Card[]);
	return listed(
		cards.map((card) => {
			const [first] = asObjects(card.phones);
			const number = firstText(first?.phone, first?.wa_id);
			return cardName(card) ?? number ?? vcardValues(card.vcard, 'TEL')[0];
		}),
	);
}

/** What a person reads in an interactive message of the business, or null. */
export function interactiveText(interactive: unknown): string | null {
	const parts = ['header', 'body', 'footer'].map((part) => getPath(interactive, `${part}.text`));
	return asText(parts.filter((part) => asText(part) !== null).join('\n\n'));
}

/** Texts behind one another with commas, or null if there is none. */
export function listed(texts: readonly unknown[]): string | null {
	return asText(
		texts
			.map(asText)
			.filter((text) => text !== null)
			.join(', '),
	);
}
