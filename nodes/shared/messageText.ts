import { asNumber, asObject, asObjects, asText } from '../graphApi/coerce';

interface Place {
	latitude?: number;
	longitude?: number;
	name?: string;
	address?: string;
}

interface Card {
	name?: { formatted_name?: string };
}

/** The name and address of a place, or its coordinates, or null. */
export function locationText(location: unknown): string | null {
	const { latitude, longitude, name, address } = asObject(location as Place);
	const coordinates = [latitude, longitude].map(asNumber).filter((number) => number !== null);
	return listed([name, address]) ?? (coordinates.length === 2 ? coordinates.join(', ') : null);
}

/** The names of contact cards, or null. */
export function contactNames(contacts: unknown): string | null {
	const cards = asObjects(contacts as readonly Card[]);
	return listed(cards.map(({ name }) => asObject(name).formatted_name));
}

function listed(texts: readonly unknown[]): string | null {
	return asText(
		texts
			.map(asText)
			.filter((text) => text !== null)
			.join(', '),
	);
}
