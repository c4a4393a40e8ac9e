import { asObjects } from '../../graphApi/coerce';
import type { WebhookContact, WebhookValue } from '../events/payload';

interface Contacts {
	list: readonly WebhookContact[];
	/** The place in the list of the first contact with this user ID. */
	byUserId: ReadonlyMap<unknown, number>;
	/** The place in the list of the first contact with this phone number. */
	byPhoneNumber: ReadonlyMap<unknown, number>;
}

// A delivery may have thousands of contacts and messages, so the list is not searched for each message.
const known = new WeakMap<object, Contacts>();

/**
 * The contact of a user: the first with the user ID or the phone number. A change may have messages of several users,
 * and not every user has a phone number.
 */
export function contactOf(
	value: Partial<WebhookValue>,
	userId: string | null | undefined,
	phoneNumber: string | null | undefined,
): WebhookContact | undefined {
	const { list, byUserId, byPhoneNumber } = contactsOf(value);
	const places = [byUserId.get(userId), byPhoneNumber.get(phoneNumber)];
	return list[Math.min(...places.map((place) => place ?? Infinity))];
}

function contactsOf(value: Partial<WebhookValue>): Contacts {
	const found = known.get(value);
	if (found !== undefined) return found;
	const list = asObjects(value.contacts);
	const contacts = {
		list,
		byUserId: firstPlaces(list.map(({ user_id }) => user_id)),
		byPhoneNumber: firstPlaces(list.map(({ wa_id }) => wa_id)),
	};
	known.set(value, contacts);
	return contacts;
}

function firstPlaces(names: readonly unknown[]): Map<unknown, number> {
	const places = new Map<unknown, number>();
	names.forEach((name, place) => {
		if (typeof name === 'string' && !places.has(name)) places.set(name, place);
	});
	return places;
}
