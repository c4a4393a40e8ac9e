import type { Customer } from '../customers/customer';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';
import { metadataOf, timestamp, type WebhookChange } from '../webhooks/payload';

/** A message that a person sent to a customer in the WhatsApp Business app. */
export interface BusinessAppMessage {
	id: string;
	phoneNumberId: string;
	/** Phone number in digits or user ID. */
	recipient: string;
	/** Milliseconds since 1970. */
	sentAt: number;
	/** `type` and the content, as in the webhook. */
	content: EchoContent;
}

/** `type` and the content that belongs to it. */
export type EchoContent = { type: string } & Record<string, unknown>;

/**
 * The webhook that reports a message of the business to a customer.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_message_echoes
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export function echoOf(
	field: 'smb_message_echoes' | 'message_echoes',
	sender: PhoneNumber,
	{ waId, userId, username }: Customer,
	{ id, at, content }: { id: string; at: number; content: EchoContent },
): WebhookChange {
	return {
		field,
		phoneNumberId: sender.id,
		value: {
			...metadataOf(sender),
			contacts: [
				{
					...(username && { profile: { username } }),
					...(waId && { wa_id: waId }),
					user_id: userId,
				},
			],
			message_echoes: [
				{
					from: sender.digits,
					...(waId && { to: waId }),
					to_user_id: userId,
					id,
					timestamp: timestamp(at),
					...content,
				},
			],
		},
	};
}
