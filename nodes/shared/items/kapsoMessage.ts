import { asObject, asObjects, asText, firstText } from '../../graphApi/coerce';
import { kindsOf, otherKind } from '../events/eventKinds';
import type { EventKind } from '../events/eventKinds';
import type { WebhookMessage, WebhookStatus } from '../events/payload';
import type { WebhookEvent } from '../events/splitPayload';
import { failureErrors } from './eventErrors';
import type { EventError } from './eventErrors';
import type { Media } from './messageContent';
import { itemOf } from './toItem';
import type { EventItem } from './toItem';

/**
 * A message as Kapso keeps it: Meta's, with what Kapso adds in `kapso`. Everything is optional, as Kapso leaves out what it
 * does not know, such as the phone number of a user who shows only a username.
 * https://docs.kapso.ai/api/platform/v1/messages/list-messages
 * https://docs.kapso.ai/docs/whatsapp/business-scoped-user-ids
 */
export interface KapsoMessage extends WebhookMessage, KapsoPerson {
	kapso?: KapsoPerson & {
		direction?: 'inbound' | 'outbound';
		/** pending, sent, delivered, read, failed, or received. */
		status?: string;
		/** cloud_api, business_app or history_sync. */
		origin?: string;
		phone_number_id?: string;
		whatsapp_conversation_id?: string;
		contact_name?: string;
		/** The message in words. */
		content?: string;
		/** URL that needs no token. */
		media_url?: string;
		media_data?: { url?: string; filename?: string; content_type?: string };
		/** Meta's statuses of the message. */
		statuses?: WebhookStatus[];
	};
}

/** Who the customer is. */
interface KapsoPerson {
	/** With or without a plus. */
	phone_number?: string | null;
	business_scoped_user_id?: string | null;
	parent_business_scoped_user_id?: string | null;
	/** With or without an at sign. */
	username?: string | null;
}

/** What is known of a message beside it. */
export interface AboutKapsoMessage {
	phoneNumberId?: string;
}

/** What the nodes remember of a conversation, and add when an event of it comes in. */
const ofMemory = ['windowOpenUntil', 'paused', 'optedOut', 'preference'] as const;
type OfMemory = (typeof ofMemory)[number];

/** A message that Kapso keeps, with the keys of the trigger's items, and a few of Kapso's. */
export interface KapsoMessageItem extends Omit<EventItem, OfMemory> {
	direction: 'inbound' | 'outbound';
	/** `pending`, `sent`, `delivered`, `read` or `failed`, or what else Kapso says of it. */
	status: string | null;
	/** UUID of Kapso's conversation. */
	conversationId: string | null;
}

/** The item of a message that Kapso keeps: as if the trigger had received it, or the echo of it. */
export function kapsoMessageItem(
	message: KapsoMessage,
	about: AboutKapsoMessage = {},
): KapsoMessageItem {
	const kapso = asObject(message.kapso);
	const isOutbound = kapso.direction === 'outbound';
	const item = itemOf(kapsoMessageEvent(message, about));
	return {
		...withoutMemory(item),
		text: message.type === 'template' ? firstText(item.text, kapso.content) : item.text,
		media: item.media && withKapsosFile(item.media, kapso),
		errors: item.errors ?? failureOf(kapso),
		direction: isOutbound ? 'outbound' : 'inbound',
		status: asText(kapso.status),
		conversationId: asText(kapso.whatsapp_conversation_id),
		raw: message,
	};
}

function withoutMemory(item: EventItem): Omit<EventItem, OfMemory> {
	const kept = Object.entries(item).filter(([key]) => !ofMemory.includes(key as OfMemory));
	return Object.fromEntries(kept) as unknown as Omit<EventItem, OfMemory>;
}

/** The event with which Meta would tell of the message. */
function kapsoMessageEvent(message: KapsoMessage, about: AboutKapsoMessage): WebhookEvent {
	const kapso = asObject(message.kapso);
	const { from, to, from_user_id, to_user_id, from_parent_user_id, to_parent_user_id } = message;
	const isOutbound = kapso.direction === 'outbound';
	// The other number of an outbound message may be the one of the business.
	const number = digits(
		firstText(kapso.phone_number, message.phone_number, isOutbound ? to : from),
	);
	const userId =
		firstText(
			isOutbound ? to_user_id : from_user_id,
			kapso.business_scoped_user_id,
			message.business_scoped_user_id,
		) ?? undefined;
	const parentId =
		firstText(
			isOutbound ? to_parent_user_id : from_parent_user_id,
			kapso.parent_business_scoped_user_id,
			message.parent_business_scoped_user_id,
		) ?? undefined;
	const kind = isOutbound ? echoKind(kapso.origin) : kindOf('messages');
	const name = asText(kapso.contact_name) ?? undefined;
	const username = firstText(kapso.username, message.username) ?? undefined;
	const customer = { wa_id: number, user_id: userId, parent_user_id: parentId };
	return {
		kind,
		list: isOutbound ? 'message_echoes' : 'messages',
		field: kind.field,
		raw: isOutbound
			? { ...message, to: number, to_user_id: userId, to_parent_user_id: parentId }
			: { ...message, from: number, from_user_id: userId, from_parent_user_id: parentId },
		value: {
			metadata: {
				phone_number_id: firstText(kapso.phone_number_id, about.phoneNumberId) ?? undefined,
			},
			contacts: [{ ...customer, profile: { name, username } }],
		},
	};
}

/** Somebody wrote in the WhatsApp Business app, or a message was sent through the API. */
function echoKind(origin: unknown): EventKind {
	return kindOf(origin === 'business_app' ? 'smb_message_echoes' : 'message_echoes');
}

function kindOf(value: string): EventKind {
	const [kind = otherKind] = kindsOf([value]);
	return kind;
}

/** Kapso's copy of a file needs no token and stays, unlike Meta's. */
function withKapsosFile(
	media: Media,
	{ media_url, media_data }: NonNullable<KapsoMessage['kapso']>,
): Media {
	const { url, filename, content_type } = asObject(media_data);
	return {
		...media,
		mimeType: media.mimeType ?? asText(content_type),
		fileName: media.fileName ?? asText(filename),
		url: firstText(media_url, url, media.url),
	};
}

/** Why WhatsApp could not deliver the message. */
function failureOf({ statuses }: NonNullable<KapsoMessage['kapso']>): EventError[] | null {
	const failed = asObjects(statuses).find(({ errors }) => errors !== undefined);
	return failureErrors(failed?.errors);
}

function digits(number: string | null): string | undefined {
	return asText(number?.replace(/\D/g, '')) ?? undefined;
}
