import { isJsonObject } from '../../graphApi/json';
import type { JsonObject } from '../../graphApi/types';
import type { SentBy } from '../conversation/rememberedTexts';
import { userKey } from '../userKey';
import { besideOf } from './beside';
import type { Beside } from './beside';
import { callOf } from './call';
import type { Call } from './call';
import { identityChangeIn, identityChangeOf } from './identityChange';
import type { IdentityChange } from './identityChange';
import { contentOf, mediaOf } from './messageContent';
import type { ContactCard } from './contacts';
import { eventErrors, explained, failureErrors } from './eventErrors';
import type { EventError } from './eventErrors';
import type { Location } from './location';
import type { Media, Reply } from './messageContent';
import type { Order } from './order';
import { sentTemplateText } from './sentTemplateText';
import { kapsoPayloads } from '../events/kapsoKinds';
import type { WebhookEvent } from '../events/splitPayload';
import { ownTime } from '../events/ownTime';
import { historyMessage, messageIn, personOf } from '../events/person';
import type {
	SendRequest,
	WebhookCall,
	WebhookError,
	WebhookMessage,
	WebhookStatus,
} from '../events/payload';
import { getPath, firstText, isoTime, asObject, asText } from '../../graphApi/coerce';

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
	/** ID of that user which all business portfolios share that have enrolled for it. */
	parentUserId: string | null;
	/** WhatsApp's ID of the user's number, which may differ from `from` and `recipient`. */
	waId: string | null;
	/** ISO 3166 alpha-2. */
	countryCode: string | null;
	/** Changes when somebody else may use the number. Only with the identity change check. */
	identityKeyHash: string | null;
	text: string | null;
	reply: Reply | null;
	media: Media | null;
	location: Location | null;
	contacts: ContactCard[] | null;
	order: Order | null;
	/** What happened in a call, or whether the business may call. */
	call: Call | null;
	context: QuotedMessage | null;
	group: { id: string } | null;
	/** The ad or post the user came from, as Meta sends it. */
	referral: JsonObject | null;
	errors: EventError[] | null;
	/** The number and the IDs of a user before and after they changed. */
	change: IdentityChange | null;
	/** What Meta's AI agent says of the chat so far, as Meta sends it. */
	conversationContext: JsonObject | null;
	/** What else Meta sends beside the event, as Meta sends it. */
	extra: JsonObject | null;
	phoneNumberId: string | null;
	/** The business's phone number in digits. */
	displayPhoneNumber: string | null;
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
	const beside = besideOf(event);
	const { errors } = beside;
	const item: EventItem = { ...baseItem(event, beside), ...readerOf(event)(event) };
	item.customer = customerOf(item);
	if (errors !== null) item.errors = [...(item.errors ?? []), ...errors];
	// Why a call failed stands beside it.
	if (item.call !== null) item.errors = explained(item.errors);
	return item;
}

function customerOf({ from, recipient, userId }: EventItem): string | null {
	const user = from ?? recipient ?? userId;
	return user === null ? null : userKey(user);
}

type OfConversation = 'windowOpenUntil' | 'paused' | 'optedOut' | 'preference';

type ItemParts = Omit<EventItem, 'event' | 'phoneNumberId' | OfConversation | 'wabaId' | 'raw'>;

function readerOf({ kind, list }: WebhookEvent): (event: WebhookEvent) => Partial<ItemParts> {
	if (list === 'history') return historyParts;
	if (list === 'messages' || list === 'message_echoes') return messageParts;
	if (list === 'state_sync') return appContactParts;
	if (list === 'user_id_update') return identityChangeParts;
	if (list === kapsoPayloads) return kapsoParts;
	if (kind.value === 'calls') return callParts;
	return list === 'statuses' ? statusParts : otherParts;
}

// The only list of every key. Items show the keys in this order.
function baseItem(event: WebhookEvent, beside: Beside): EventItem {
	const { kind, field, wabaId, notifiedAt, raw } = event;
	const { phoneNumberId, displayPhoneNumber, conversationContext, extra } = beside;
	const { byBusiness, phoneNumber, userId, parentUserId, contact } = personOf(event);
	const profile = asObject(contact?.profile);
	return {
		event: kind.value === 'other' ? (asText(field) ?? kind.event) : kind.event,
		type: asText(getPath(raw, kind.type)),
		id: asText(getPath(raw, 'id')),
		timestamp: isoTime(ownTime(raw) as string) ?? isoTime(notifiedAt),
		from: byBusiness ? null : phoneNumber,
		recipient: byBusiness ? phoneNumber : null,
		userId,
		customer: null,
		username: asText(profile.username),
		profileName: asText(profile.name),
		parentUserId,
		waId: asText(contact?.wa_id),
		countryCode: asText(profile.country_code),
		identityKeyHash:
			asText(contact?.identity_key_hash) ?? asText(getPath(raw, 'recipient_identity_key_hash')),
		text: firstText(...kind.text.map((path) => getPath(raw, path))),
		reply: null,
		media: null,
		location: null,
		contacts: null,
		order: null,
		call: null,
		context: null,
		group: groupOf(getPath(raw, 'group_id')),
		referral: null,
		errors: eventErrors(getPath(raw, 'errors') as WebhookError[]),
		change: null,
		conversationContext,
		extra,
		phoneNumberId,
		displayPhoneNumber,
		windowOpenUntil: null,
		paused: false,
		optedOut: false,
		preference: null,
		wabaId: asText(wabaId),
		raw,
	};
}

function messageParts(event: WebhookEvent): Partial<ItemParts> {
	const message = messageIn(event);
	const parts: Partial<ItemParts> = contentParts(message);
	if (message.type === 'system') parts.change = identityChangeIn(message);
	if (event.list === 'message_echoes') addSendRequest(parts, message, event.raw);
	return parts;
}

/** An echo from a chat that somebody else handles has the group as recipient, and the template beside the values. */
function addSendRequest(parts: Partial<ItemParts>, message: SendRequest, raw: object): void {
	if (message.recipient_type === 'group') parts.group = groupOf(message.to);
	if (message.type === 'template') parts.text = sentTemplateText(message, getPath(raw, 'template'));
}

function historyParts({ raw }: WebhookEvent): Partial<ItemParts> {
	const message = historyMessage(raw);
	if (message === undefined) return {};
	return {
		...contentParts(message),
		id: asText(message.id),
		timestamp: isoTime(message.timestamp),
		errors: eventErrors(message.errors),
	};
}

function statusParts({ raw }: WebhookEvent): Partial<ItemParts> {
	const status: WebhookStatus = raw;
	return {
		type: asText(status.status),
		group: status.recipient_type === 'group' ? groupOf(status.recipient_id) : null,
		errors: failureErrors(status.errors),
	};
}

/** A contact in the WhatsApp Business app. */
function appContactParts(event: WebhookEvent): Partial<ItemParts> {
	return { text: asText(asObject(personOf(event).contact?.profile).name) };
}

function identityChangeParts({ raw }: WebhookEvent): Partial<ItemParts> {
	return { type: 'user_changed_user_id', change: identityChangeOf(raw) };
}

/** Kapso names what happened in the name of the event, and its conversation or execution where it has one. */
function kapsoParts({ kind, raw }: WebhookEvent): Partial<ItemParts> {
	return {
		type: firstText(getPath(raw, kind.type), kind.value.split('.').at(-1)),
		id: firstText(getPath(raw, 'conversation.id'), getPath(raw, 'workflow_execution_id')),
	};
}

function callParts(event: WebhookEvent): Partial<ItemParts> {
	const call: WebhookCall = event.raw;
	const file = asObject(call.call_recording).audio ?? asObject(call.call_transcript).document;
	return {
		...otherParts(event),
		call: callOf(call),
		media: file === undefined ? null : mediaOf(file),
	};
}

/** Reads preferences, requests to join a group and other events. */
function otherParts({ kind, raw }: WebhookEvent): Partial<ItemParts> {
	const types = [kind.type, 'event', 'status', 'type', 'decision'];
	const type = firstText(...types.map((path) => getPath(raw, path)));
	const username = kind.aboutCustomer ? asText(getPath(raw, 'username')) : null;
	return username === null ? { type } : { type, username };
}

function contentParts(message: WebhookMessage) {
	const { aboutId, ...content } = contentOf(message);
	return {
		...content,
		context: quotedMessageOf(message, aboutId),
		referral: isJsonObject(message.referral) ? message.referral : null,
	};
}

function quotedMessageOf(message: WebhookMessage, aboutId: string | null): QuotedMessage | null {
	if (!isJsonObject(message.context) && aboutId === null) return null;
	const context = asObject(message.context);
	const product = asObject(context.referred_product);
	return {
		id: firstText(aboutId, context.id, context.message_id),
		from: asText(context.from),
		userId: asText(context.from_user_id),
		forwarded: context.forwarded === true || context.frequently_forwarded === true,
		frequentlyForwarded: context.frequently_forwarded === true,
		product: isJsonObject(context.referred_product)
			? {
					catalogId: asText(product.catalog_id),
					retailerId: asText(product.product_retailer_id),
				}
			: null,
		type: null,
		text: null,
		sentBy: null,
	};
}

function groupOf(id: unknown): { id: string } | null {
	const groupId = asText(id);
	return groupId === null ? null : { id: groupId };
}
