import type { CountryCode } from 'libphonenumber-js/min';

import { InputError } from '../../shared/inputError';
import { parsePhoneNumber } from '../../shared/phoneNumber';
import { isUserId } from '../../shared/userId';
import { userKey } from '../../shared/userKey';
import type { EventItem } from '../../shared/items/toItem';

/** A phone number, a user ID or a username with its kind, as a username may look like the user ID of somebody else. */
type SenderKey = `number ${string}` | `userId ${string}` | `username ${string}`;

/** The customers that the filter 'Sender' names. */
export interface Senders {
	keys: ReadonlySet<SenderKey>;
	/** Entries that name nobody. */
	unreadable: readonly string[];
}

/**
 * Reads the entries of the filter.
 * @param defaultCountry of numbers without country code.
 */
export function readSenders(entries: readonly string[], defaultCountry?: CountryCode): Senders {
	const read = entries.map((entry) => ({ entry, key: keyOf(entry, defaultCountry) }));
	return {
		keys: new Set(read.flatMap(({ key }) => key ?? [])),
		unreadable: read.filter(({ key }) => key === undefined).map(({ entry }) => entry),
	};
}

/** What names the customer of an event. */
type Named = Pick<EventItem, 'from' | 'recipient' | 'userId' | 'username'>;

/** Whether the customer of an event is among them. */
export function isAmong({ keys }: Senders, { from, recipient, userId, username }: Named): boolean {
	const has = (name: string | null, key: (name: string) => SenderKey) =>
		name !== null && keys.has(key(name));
	return (
		has(from, numberKey) ||
		has(recipient, numberKey) ||
		has(userId, userIdKey) ||
		has(username, usernameKey)
	);
}

/**
 * A user ID is written as WhatsApp writes it. Anything else with a letter is a username, with or without `@`: it has
 * letters, digits, dots and underscores, and WhatsApp ignores its case.
 */
function keyOf(entry: string, defaultCountry?: CountryCode): SenderKey | undefined {
	if (isUserId(entry)) return userIdKey(entry);
	if (/^@?(?=[\d._]*[a-z])[\w.]+$/i.test(entry)) return usernameKey(entry);
	try {
		const problem = (what: string, todo: string) => new InputError('Sender', what, todo);
		return numberKey(parsePhoneNumber(entry, problem, { defaultCountry }));
	} catch {
		return undefined;
	}
}

const numberKey = (number: string): SenderKey => `number ${userKey(number)}`;
const userIdKey = (id: string): SenderKey => `userId ${id}`;
const usernameKey = (name: string): SenderKey => `username ${name.replace(/^@/, '').toLowerCase()}`;
