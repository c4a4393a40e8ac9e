import { randomBytes } from 'node:crypto';
import type { WebhookErrorEntry } from '../graph/errors';

export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** A message the API accepted. */
export interface AcceptedMessage {
	id: string;
	phoneNumberId: string;
	/** The app that sent it: the own one, or another one that uses the same number. */
	appId: string;
	/** The endpoint that accepted it. */
	endpoint: 'messages' | 'marketing_messages';
	/** Milliseconds since 1970. */
	acceptedAt: number;
	/** `to` or `recipient`, normalized to digits, user ID or group ID. */
	recipient: string;
	/** The request body as received. */
	body: Record<string, unknown>;
	/** Of a message without one: the template that Direct Send has found or made for it. */
	templateId?: string;
	statuses: Array<{ status: MessageStatus; at: number; errors?: WebhookErrorEntry[] }>;
}

/** A message from a customer. */
export interface ReceivedMessage {
	id: string;
	phoneNumberId: string;
	from: string;
	at: number;
	/** The message object in the webhook. */
	message: Record<string, unknown>;
	/** Set when the business marked it as read. */
	readAt?: number;
	/** Set when the business showed a typing indicator. */
	typingAt?: number;
}

/** A message ID in Meta's format: `wamid.` and base64 that contains the user's ID. */
export function newMessageId(userKey: string, fromCustomer: boolean): string {
	const unique = randomBytes(fromCustomer ? 10 : 9)
		.toString('hex')
		.toUpperCase();
	return messageIdOf(
		userKey,
		`\x15\x02\x00${fromCustomer ? '\x12' : '\x11'}\x18${text(unique)}\x00`,
	);
}

/**
 * The ID of the same message with another ID of the user in it. On numbers that are also in the WhatsApp Business app,
 * replies name what they quote by the business-scoped user ID, although the message came with the phone number.
 *
 * @see https://github.com/chatwoot/chatwoot/issues/14953
 */
export function rescopedMessageId(id: string, userKey: string): string {
	const bytes = Buffer.from(id.slice(idPrefix.length), 'base64').toString('latin1');
	const rest = bytes.slice(idStart.length + 1 + bytes.charCodeAt(idStart.length));
	return messageIdOf(userKey, rest);
}

const idPrefix = 'wamid.';
const idStart = '\x1c\x18';

function messageIdOf(userKey: string, rest: string): string {
	return idPrefix + Buffer.from(idStart + text(userKey) + rest, 'latin1').toString('base64');
}

/** A text follows its length. */
function text(value: string): string {
	return String.fromCharCode(value.length) + value;
}
