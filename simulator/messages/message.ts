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
	const unique = randomBytes(9).toString('hex').toUpperCase();
	const bytes = Buffer.from(
		`\x1c\x18${String.fromCharCode(userKey.length)}${userKey}\x15\x02\x00\x11\x18${fromCustomer ? '\x14' : '\x12'}${unique}\x00`,
		'latin1',
	);
	return `wamid.${bytes.toString('base64')}`;
}
