import { asObjects, asText, getPath } from '../../graphApi/coerce';
import { userKey } from '../userKey';
import type { HistoryChunk, WebhookContact, WebhookValue } from './payload';

/** The contacts of a value by what names them. A few thousand may come together with as many messages. */
interface Contacts {
	byUserId: ReadonlyMap<string, WebhookContact>;
	byNumber: ReadonlyMap<string, WebhookContact>;
}

/** What an event says of its user. */
export interface NamedUser {
	userId: string | null;
	phoneNumber: string | null;
}

/**
 * The contact of a user: the first with the user ID, else the first with the phone number in any writing. Otherwise the
 * only one, as a number and WhatsApp's ID of it may differ, and some events name no user.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/text
 */
export function contactOf(
	value: Partial<WebhookValue>,
	user: NamedUser,
): WebhookContact | undefined {
	const { contacts } = value;
	if (!Array.isArray(contacts)) return undefined;
	if (contacts.length > 1) return contactAmongMany(value, user);
	const [only] = asObjects(contacts);
	return only !== undefined && isContactOf(only, user, value) ? only : undefined;
}

function isContactOf(
	{ user_id, wa_id }: WebhookContact,
	{ userId, phoneNumber }: NamedUser,
	value: Partial<WebhookValue>,
): boolean {
	if (phoneNumber !== null && wa_id === phoneNumber) return true;
	const id = asText(user_id);
	if (id !== null && userId !== null) return id === userId;
	const number = numberKey(phoneNumber);
	return (number !== null && number === numberKey(wa_id)) || isAboutOneUser(value);
}

const known = new WeakMap<object, Contacts>();

function contactAmongMany(
	value: Partial<WebhookValue>,
	{ userId, phoneNumber }: NamedUser,
): WebhookContact | undefined {
	const contacts = known.get(value) ?? contactsIn(value);
	known.set(value, contacts);
	const { byUserId, byNumber } = contacts;
	return byUserId.get(userId ?? '') ?? byNumber.get(numberKey(phoneNumber) ?? '');
}

function contactsIn({ contacts }: Partial<WebhookValue>): Contacts {
	const list = asObjects(contacts);
	return {
		byUserId: firstBy(list, ({ user_id }) => asText(user_id)),
		byNumber: firstBy(list, ({ wa_id }) => numberKey(wa_id)),
	};
}

function firstBy(
	list: readonly WebhookContact[],
	nameOf: (contact: WebhookContact) => string | null,
): Map<string, WebhookContact> {
	const found = new Map<string, WebhookContact>();
	for (const contact of list) {
		const name = nameOf(contact);
		if (name !== null && !found.has(name)) found.set(name, contact);
	}
	return found;
}

function numberKey(number: unknown): string | null {
	return asText(userKey(asText(number) ?? ''));
}

const aboutOneUser = new WeakMap<object, boolean>();

/** Whether no two events of the value name different users. */
function isAboutOneUser(value: Partial<WebhookValue>): boolean {
	const found = aboutOneUser.get(value) ?? usersIn(value).size <= 1;
	aboutOneUser.set(value, found);
	return found;
}

/** Where an entry of a list names its user. */
const userNames = [
	'from',
	'from_user_id',
	'to',
	'to_user_id',
	'recipient_id',
	'recipient_user_id',
	'recipient_participant_id',
	'participant_recipient_id',
	'recipient_participant_user_id',
	'wa_id',
	'user_id',
	// In an echo from a chat that somebody else handles.
	'message.to',
	'message.recipient',
	// In a thread of the history.
	'context.wa_id',
	'context.user_id',
];

function usersIn(value: object): Set<string> {
	const users = new Set<string>();
	for (const [list, entries] of Object.entries(value) as Array<[string, unknown]>) {
		if (list === 'contacts' || !Array.isArray(entries)) continue;
		for (const entry of list === 'history' ? threadsIn(entries) : entries) {
			const names = userNames.map((name) => asText(getPath(entry, name)) ?? '');
			if (names.some((name) => name !== '')) users.add(names.join(' '));
		}
	}
	return users;
}

/** A thread has the number of its customer as ID. */
function threadsIn(chunks: readonly HistoryChunk[]): object[] {
	return asObjects(chunks).flatMap(({ threads }) =>
		asObjects(threads).map(({ id, context }) => ({ wa_id: id, context })),
	);
}
