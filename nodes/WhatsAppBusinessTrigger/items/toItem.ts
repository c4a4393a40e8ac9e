import { isJsonObject } from '../../graphApi/json';
import type { JsonObject } from '../../graphApi/types';
import type { SentBy } from '../../shared/conversation/rememberedTexts';
import { userKey } from '../../shared/userKey';
import { contactOf } from './contactOf';
import { contentOf } from './messageContent';
import type { ContactCard } from './contacts';
import { eventErrors, failureErrors } from './eventErrors';
import type { EventError } from './eventErrors';
import type { Location } from './location';
import type { Media, Reply } from './messageContent';
import type { Order } from './order';
import type { WebhookEvent } from '../events/splitPayload';
import type {
	HistoryChunk,
	WebhookContact,
	WebhookError,
	WebhookMessage,
	WebhookStatus,
} from '../events/payload';
import { getPath, firstText, isoTime, asObject, asObjects, asText } from '../../graphApi/coerce';

/** The message an event refers to: the one replied to, reacted to, edited or deleted. */
export interface QuotedMessage {
	/** wamid. */
	id: string | null;
	/** Phone number of the author of that message, who may be the business. */
	from: string | null;
	/** Business-scoped user ID of the author. */
	userId: string | null;
	forwarded: boolean;
	frequentlyForwarded: boolean;
	/** The product the user asks about. */
	product: { catalogId: string | null; retailerId: string | null } | null;
	/** What that message was, as in its own item. Null if it is not remembered. */
	type: string | null;
	/** What it said, at most 4,096 characters. */
	text: string | null;
	sentBy: SentBy | null;
}

/** The output of the trigger. Every event has the same keys, with null for what it does not have. */
export interface EventItem {
	/** `message`, `status`, or Meta's webhook field. */
	event: string;
	/** Type of a message, such as `text` or `button_reply`; otherwise what happened, such as `read`. */
	type: string | null;
	/** wamid of the message, or of the message a status is about; or the ID of a call. */
	id: string | null;
	/** ISO 8601, UTC. */
	timestamp: string | null;
	/** Phone number of the user who acted. Null if the business acted or the user hides the number. */
	from: string | null;
	/** Phone number of the user the business acted on. Null if a user acted or hides the number. */
	recipient: string | null;
	/** Business-scoped ID of that user, also set if the phone number is hidden. */
	userId: string | null;
	/** The key of that user, which is the same in all events: see `userKey`. */
	customer: string | null;
	username: string | null;
	profileName: string | null;
	text: string | null;
	reply: Reply | null;
	media: Media | null;
	location: Location | null;
	contacts: ContactCard[] | null;
	order: Order | null;
	context: QuotedMessage | null;
	group: { id: string } | null;
	/** The ad or post the user came from, as Meta sends it. */
	referral: JsonObject | null;
	errors: EventError[] | null;
	phoneNumberId: string | null;
	/** Until when free-form messages can be sent to the customer, ISO 8601. Null if it is not known. */
	windowOpenUntil: string | null;
	/** Whether the conversation is paused, because a person replies. */
	paused: boolean;
	/** Whether the customer wants no marketing messages, as far as it is known. */
	optedOut: boolean;
	/** What the customer has just chosen about marketing messages with this event. */
	preference: 'stop' | 'resume' | null;
	wabaId: string | null;
	/** The event as Meta sent it. */
	raw: object;
}

/** An event and its item. */
export interface EventWithItem {
	event: WebhookEvent;
	item: EventItem;
}

/** Adds its item to an event. */
export function withItem(event: WebhookEvent): EventWithItem {
	return { event, item: itemOf(event) };
}

/** Returns the item of an event. */
export function itemOf(event: WebhookEvent): EventItem {
	const item = { ...baseItem(event), ...readerOf(event)(event) };
	return { ...item, customer: customerOf(item) };
}

function customerOf({ from, recipient, userId }: EventItem): string | null {
	const user = from ?? recipient ?? userId;
	return user === null ? null : userKey(user);
}

type OfConversation = 'windowOpenUntil' | 'paused' | 'optedOut' | 'preference';

type ItemParts = Omit<EventItem, 'event' | 'phoneNumberId' | OfConversation | 'wabaId' | 'raw'>;

function readerOf({ kind, list }: WebhookEvent): (event: WebhookEvent) => Partial<ItemParts> {
	if (list === 'history') return historyParts;
	if (list === 'message_echoes') return echoParts;
	if (list === 'messages') return kind.event === 'message' ? messageParts : echoOrMessageParts;
	return kind.event === 'status' ? statusParts : otherParts;
}

// The only list of every key. Items show the keys in this order.
function baseItem({ kind, field, value, wabaId, notifiedAt, raw }: WebhookEvent): EventItem {
	return {
		event: kind.value === 'other' ? (asText(field) ?? kind.event) : kind.event,
		type: asText(getPath(raw, kind.type)),
		id: asText(getPath(raw, 'id')),
		timestamp:
			isoTime(getPath(raw, 'timestamp') as string) ??
			isoTime(getPath(raw, 'metadata.timestamp') as string) ??
			isoTime(notifiedAt),
		from: null,
		recipient: null,
		userId: null,
		customer: null,
		username: null,
		profileName: null,
		text: kind.text === undefined ? null : asText(getPath(raw, kind.text)),
		reply: null,
		media: null,
		location: null,
		contacts: null,
		order: null,
		context: null,
		group: groupOf(getPath(raw, 'group_id')),
		referral: null,
		errors: eventErrors(getPath(raw, 'errors') as WebhookError[]),
		phoneNumberId: firstText(
			asObject(value.metadata).phone_number_id,
			asObject(value.recipient).phone_number_id,
			asObject(value.phone_number_settings).phone_number_id,
		),
		windowOpenUntil: null,
		paused: false,
		optedOut: false,
		preference: null,
		wabaId: asText(wabaId),
		raw,
	};
}

function messageParts(
	event: WebhookEvent,
	message: WebhookMessage = event.raw,
): Partial<ItemParts> {
	const contact = contactOf(event.value, message.from_user_id, message.from);
	return {
		...contentParts(message),
		...profileOf(contact),
		from: firstText(message.from, contact?.wa_id),
		userId: firstText(message.from_user_id, contact?.user_id),
	};
}

function echoParts(event: WebhookEvent, message: WebhookMessage = event.raw): Partial<ItemParts> {
	const contact = contactOf(event.value, message.to_user_id, message.to);
	return {
		...contentParts(message),
		...profileOf(contact),
		recipient: firstText(message.to, contact?.wa_id),
		userId: firstText(message.to_user_id, contact?.user_id),
	};
}

/** These lists contain messages of both sides; the phone number shows which are from the business. */
function echoOrMessageParts(event: WebhookEvent, message: WebhookMessage = event.raw) {
	const businessNumber = digits(asObject(event.value.metadata).display_phone_number);
	const byBusiness =
		message.to !== undefined || (businessNumber !== '' && digits(message.from) === businessNumber);
	return byBusiness ? echoParts(event, message) : messageParts(event, message);
}

function historyParts(event: WebhookEvent): Partial<ItemParts> {
	const [thread] = asObjects((event.raw as HistoryChunk).threads);
	const [message] = asObjects(thread?.messages);
	if (message === undefined) return {};
	const parts = echoOrMessageParts(event, message);
	const customer = asText(thread?.id);
	return {
		...parts,
		id: asText(message.id),
		timestamp: isoTime(message.timestamp),
		errors: eventErrors(message.errors),
		recipient: parts.from === undefined ? (parts.recipient ?? customer) : null,
	};
}

function statusParts(event: WebhookEvent): Partial<ItemParts> {
	const status: WebhookStatus = event.raw;
	const toGroup = status.recipient_type === 'group';
	const participant = firstText(status.recipient_participant_id, status.participant_recipient_id);
	const userId = firstText(status.recipient_participant_user_id, status.recipient_user_id);
	const contact = contactOf(event.value, userId, participant ?? status.recipient_id);
	return {
		...profileOf(contact),
		recipient: toGroup ? participant : firstText(status.recipient_id, contact?.wa_id),
		userId: firstText(userId, contact?.user_id),
		group: toGroup ? groupOf(status.recipient_id) : null,
		errors: failureErrors(status.errors),
	};
}

/** Reads the customer of calls, preferences, requests to join a group and other events. */
function otherParts(event: WebhookEvent): Partial<ItemParts> {
	const { kind, raw } = event;
	const [from, fromUserId, to, toUserId] = [
		['from', 'wa_id', 'sender.phone_number'],
		['from_user_id', 'user_id'],
		['to', 'recipient_id'],
		['to_user_id', 'recipient_user_id'],
	].map((paths) => firstText(...paths.map((path) => getPath(raw, path))));
	const byBusiness = getPath(raw, 'direction') === 'BUSINESS_INITIATED' || !(from ?? fromUserId);
	const [number, userId] = byBusiness ? [to, toUserId] : [from, fromUserId];
	const contact = contactOf(event.value, userId, number);
	return {
		...profileOf(contact),
		type: firstText(...[kind.type, 'event', 'status', 'type'].map((path) => getPath(raw, path))),
		from: byBusiness ? null : firstText(number, contact?.wa_id),
		recipient: byBusiness ? firstText(number, contact?.wa_id) : null,
		userId: firstText(userId, contact?.user_id),
	};
}

function contentParts(message: WebhookMessage) {
	const { aboutId, ...content } = contentOf(message);
	return {
		...content,
		context: quotedMessageOf(message, aboutId),
		referral: isJsonObject(message.referral) ? message.referral : null,
	};
}

function profileOf(contact: WebhookContact | undefined) {
	const profile = asObject(contact?.profile);
	return { username: asText(profile.username), profileName: asText(profile.name) };
}

function quotedMessageOf(message: WebhookMessage, aboutId: string | null): QuotedMessage | null {
	if (message.context === undefined && aboutId === null) return null;
	const context = asObject(message.context);
	const product = asObject(context.referred_product);
	return {
		id: firstText(aboutId, context.id),
		from: asText(context.from),
		userId: asText(context.from_user_id),
		forwarded: context.forwarded === true || context.frequently_forwarded === true,
		frequentlyForwarded: context.frequently_forwarded === true,
		product:
			context.referred_product === undefined
				? null
				: {
						catalogId: asText(product.catalog_id),
						retailerId: asText(product.product_retailer_id),
					},
		type: null,
		text: null,
		sentBy: null,
	};
}

function groupOf(id: unknown): { id: string } | null {
	const groupId = asText(id);
	return groupId === null ? null : { id: groupId };
}

function digits(number: unknown): string {
	return typeof number === 'string' ? number.replace(/\D/g, '') : '';
}
