import { isJsonObject } from '../graphApi/json';
import type { JsonObject } from '../graphApi/types';
import { contentOf } from './content';
import type { Media, Reply } from './content';
import type { WebhookEvent } from './events';
import type { WebhookError, WebhookMessage, WebhookStatus } from './payload';
import { firstText, isoTime, record, records, text } from './reading';

/** The message an event refers to: the one answered, reacted to, edited or deleted. */
export interface Context {
	/** wamid. */
	id: string | null;
	/** Phone number of whoever wrote that message, the business included. */
	from: string | null;
	/** Business-scoped ID of that user. */
	userId: string | null;
	forwarded: boolean;
	frequentlyForwarded: boolean;
	/** The product the user asks about. */
	product: { catalogId: string | null; retailerId: string | null } | null;
}

export interface EventError {
	code: number | null;
	title: string | null;
	message: string | null;
	details: string | null;
	/** Meta's page about the error. */
	href: string | null;
}

/** What the trigger gives to the workflow: the same shape for every event, null where there is nothing. */
export interface EventItem {
	event: 'message' | 'status';
	/** Of a message what it holds, such as `text` or `button_reply`; of a status the status, such as `read`. */
	type: string | null;
	/** wamid: of the message, or of the message the status is about. */
	id: string | null;
	/** ISO 8601, UTC. */
	timestamp: string | null;
	/** Phone number of the user who wrote. Null for a status and for a user who hides the number. */
	from: string | null;
	/** Phone number of the user a status is about. Null for a message and for a user who hides the number. */
	recipient: string | null;
	/** Business-scoped ID of that user, known also where the phone number is not. */
	userId: string | null;
	username: string | null;
	profileName: string | null;
	text: string | null;
	reply: Reply | null;
	media: Media | null;
	context: Context | null;
	group: { id: string } | null;
	/** The ad or post the user came from, as Meta sends it. */
	referral: JsonObject | null;
	errors: EventError[] | null;
	phoneNumberId: string | null;
	wabaId: string | null;
	/** The message or status as Meta sent it. */
	raw: WebhookMessage | WebhookStatus;
}

/** Makes the item of an event. */
export function itemOf(event: WebhookEvent): EventItem {
	return event.group === 'messages'
		? item(event, event.message, messageParts(event, event.message))
		: item(event, event.status, statusParts(event, event.status));
}

/** What messages and statuses tell in ways of their own. */
type OwnParts = Pick<EventItem, 'event' | 'type' | 'from' | 'recipient' | 'userId'> &
	Partial<Pick<EventItem, 'text' | 'reply' | 'media' | 'context' | 'group' | 'referral'>>;

function messageParts(event: WebhookEvent, message: WebhookMessage): OwnParts {
	const { aboutId, ...content } = contentOf(message);
	return {
		...content,
		event: 'message',
		from: firstText(message.from, event.contact?.wa_id),
		recipient: null,
		userId: firstText(message.from_user_id, event.contact?.user_id),
		context: contextOf(message, aboutId),
		group: groupOf(message.group_id),
		referral: isJsonObject(message.referral) ? message.referral : null,
	};
}

function statusParts(event: WebhookEvent, status: WebhookStatus): OwnParts {
	const toGroup = status.recipient_type === 'group';
	return {
		event: 'status',
		type: text(status.status),
		from: null,
		recipient: toGroup
			? text(status.recipient_participant_id)
			: firstText(status.recipient_id, event.contact?.wa_id),
		userId: firstText(
			status.recipient_participant_user_id,
			status.recipient_user_id,
			event.contact?.user_id,
		),
		group: toGroup ? groupOf(status.recipient_id) : null,
	};
}

// The one place that names every key: an item shows them in this order, whatever it is about.
function item(event: WebhookEvent, raw: WebhookMessage | WebhookStatus, own: OwnParts): EventItem {
	const profile = record(event.contact?.profile);
	return {
		event: own.event,
		type: own.type,
		id: text(raw.id),
		timestamp: isoTime(raw.timestamp),
		from: own.from,
		recipient: own.recipient,
		userId: own.userId,
		username: text(profile.username),
		profileName: text(profile.name),
		text: own.text ?? null,
		reply: own.reply ?? null,
		media: own.media ?? null,
		context: own.context ?? null,
		group: own.group ?? null,
		referral: own.referral ?? null,
		errors: errorsOf(raw.errors),
		phoneNumberId: text(event.phoneNumberId),
		wabaId: text(event.wabaId),
		raw,
	};
}

function contextOf(message: WebhookMessage, aboutId: string | null): Context | null {
	if (message.context === undefined && aboutId === null) return null;
	const context = record(message.context);
	const product = context.referred_product;
	return {
		id: firstText(aboutId, context.id),
		from: text(context.from),
		userId: text(context.from_user_id),
		forwarded: context.forwarded === true || context.frequently_forwarded === true,
		frequentlyForwarded: context.frequently_forwarded === true,
		product: product
			? { catalogId: text(product.catalog_id), retailerId: text(product.product_retailer_id) }
			: null,
	};
}

function groupOf(id: string | undefined): { id: string } | null {
	const groupId = text(id);
	return groupId === null ? null : { id: groupId };
}

function errorsOf(errors: readonly WebhookError[] | undefined): EventError[] | null {
	const list = records(errors).map(({ code, title, message, error_data, href }) => ({
		code: typeof code === 'number' ? code : null,
		title: text(title),
		message: text(message),
		details: text(record(error_data).details),
		href: text(href),
	}));
	return list.length > 0 ? list : null;
}
