import { asObject, asObjects, asText, firstText, getPath } from '../../graphApi/coerce';
import { isJsonObject } from '../../graphApi/json';
import { contactOf } from './contactOf';
import type { NamedUser } from './contactOf';
import type {
	HistoryChunk,
	HistoryThread,
	SendRequest,
	WebhookContact,
	WebhookMessage,
	WebhookStatus,
} from './payload';
import type { WebhookEvent } from './splitPayload';

/** The customer of an event, as far as the event itself names one. */
interface Named extends NamedUser {
	parentUserId: string | null;
	/** Whether the business acted, and not the customer. */
	byBusiness: boolean;
	/** The contact, if the event has it itself. */
	contact?: WebhookContact;
}

/** The customer of an event. */
export interface Person extends Named {
	contact: WebhookContact | undefined;
}

/** Returns who the customer of an event is, with what Meta tells of them beside the event. */
export function personOf(event: WebhookEvent): Person {
	const named = readerOf(event)(event);
	const contact = named.contact ?? contactOf(event.value, named);
	return {
		byBusiness: named.byBusiness,
		phoneNumber: named.phoneNumber ?? asText(contact?.wa_id),
		userId: named.userId ?? asText(contact?.user_id),
		parentUserId: named.parentUserId ?? asText(contact?.parent_user_id),
		contact,
	};
}

/** Returns the customer's entry in the contacts beside an event. */
export function contactBeside(event: WebhookEvent): WebhookContact | undefined {
	return contactOf(event.value, readerOf(event)(event));
}

/** The message of an event that is one. In an echo from a chat that somebody else handles, it is in the request. */
export function messageIn({ raw, list }: WebhookEvent): SendRequest {
	if (list === 'history') return historyMessage(raw) ?? {};
	const { message } = raw as WebhookMessage;
	return list === 'message_echoes' && isJsonObject(message) ? message : raw;
}

/** The message of a chunk of the history, which has at most one. */
export function historyMessage(chunk: HistoryChunk): WebhookMessage | undefined {
	return asObjects(threadOf(chunk)?.messages)[0];
}

function threadOf({ threads }: HistoryChunk): HistoryThread | undefined {
	return asObjects(threads)[0];
}

function readerOf({ kind, list }: WebhookEvent): (event: WebhookEvent) => Named {
	if (list === 'messages') return kind.event === 'message' ? namedBySender : namedInChat;
	if (list === 'message_echoes') return namedByRecipient;
	if (list === 'history') return namedInHistory;
	if (list === 'state_sync') return namedInAppContact;
	if (list === 'user_id_update') return namedInChange;
	return list === 'statuses' && kind.value !== 'calls' ? namedInStatus : namedElsewhere;
}

function namedBySender(event: WebhookEvent): Named {
	const { from, from_user_id, from_parent_user_id, system } = messageIn(event);
	const { user_id, parent_user_id } = asObject(system);
	return {
		byBusiness: false,
		phoneNumber: asText(from),
		// A system message about a new user ID names nobody else.
		userId: firstText(from_user_id, user_id),
		parentUserId: firstText(from_parent_user_id, parent_user_id),
	};
}

function namedByRecipient(event: WebhookEvent): Named {
	const { to, to_user_id, to_parent_user_id, recipient, recipient_type } = messageIn(event);
	return {
		byBusiness: true,
		phoneNumber: recipient_type === 'group' ? null : asText(to),
		userId: firstText(to_user_id, recipient),
		parentUserId: asText(to_parent_user_id),
	};
}

/** These lists have messages of both sides; the phone number shows which are from the business. */
function namedInChat(event: WebhookEvent): Named {
	const { from, to } = messageIn(event);
	const businessNumber = digits(asObject(event.value.metadata).display_phone_number);
	const byBusiness = to !== undefined || (businessNumber !== '' && digits(from) === businessNumber);
	return byBusiness ? namedByRecipient(event) : namedBySender(event);
}

function namedInHistory(event: WebhookEvent): Named {
	const thread = threadOf(event.raw);
	const named = namedInChat(event);
	const { wa_id, user_id, parent_user_id, username, country_code } = asObject(thread?.context);
	return {
		...named,
		phoneNumber: named.phoneNumber ?? asText(thread?.id),
		...(thread?.context !== undefined && {
			contact: { wa_id, user_id, parent_user_id, profile: { username, country_code } },
		}),
	};
}

function namedInStatus({ raw }: WebhookEvent): Named {
	const status: WebhookStatus = raw;
	const toGroup = status.recipient_type === 'group';
	return {
		byBusiness: true,
		phoneNumber: firstText(
			status.recipient_participant_id,
			status.participant_recipient_id,
			...(toGroup ? [] : [status.recipient_id, status.from]),
		),
		userId: firstText(status.recipient_participant_user_id, status.recipient_user_id),
		parentUserId: firstText(
			status.recipient_participant_parent_user_id,
			status.recipient_parent_user_id,
		),
	};
}

/** The business has added or removed a contact in the WhatsApp Business app. */
function namedInAppContact({ raw }: WebhookEvent): Named {
	const text = (name: string) => asText(getPath(raw, `contact.${name}`));
	const profile = { name: firstText(text('full_name'), text('first_name')) ?? undefined };
	return {
		byBusiness: true,
		phoneNumber: text('phone_number'),
		userId: text('user_id'),
		parentUserId: text('parent_user_id'),
		contact: { profile: { ...profile, username: text('username') ?? undefined } },
	};
}

function namedInChange({ raw }: WebhookEvent): Named {
	const text = (path: string) => asText(getPath(raw, path));
	return {
		byBusiness: false,
		phoneNumber: text('wa_id'),
		userId: text('user_id.current'),
		parentUserId: text('parent_user_id.current'),
	};
}

/** The customer of calls, preferences, requests to join a group and other events. */
function namedElsewhere({ raw }: WebhookEvent): Named {
	const [from, fromUserId, fromParent, to, toUserId, toParent] = [
		['from', 'wa_id', 'sender.phone_number'],
		['from_user_id', 'user_id'],
		['from_parent_user_id', 'parent_user_id'],
		['to', 'recipient_id'],
		['to_user_id', 'recipient_user_id'],
		['to_parent_user_id', 'recipient_parent_user_id'],
	].map((paths) => firstText(...paths.map((path) => getPath(raw, path))));
	const namesRecipient = (from ?? fromUserId) === null && (to ?? toUserId) !== null;
	const byBusiness = getPath(raw, 'direction') === 'BUSINESS_INITIATED' || namesRecipient;
	const [phoneNumber = null, userId = null, parentUserId = null] = byBusiness
		? [to, toUserId, toParent]
		: [from, fromUserId, fromParent];
	return { byBusiness, phoneNumber, userId, parentUserId };
}

function digits(number: unknown): string {
	return typeof number === 'string' ? number.replace(/\D/g, '') : '';
}
