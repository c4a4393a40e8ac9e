import type { GraphRequest } from '../graphApi/types';
import { path } from '../graphApi/path';

/**
 * The request that marks a customer's message as read and, if wanted, shows a typing indicator.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/mark-message-as-read and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators
 * @param phoneNumberId of the number that received the message.
 */
export function markAsReadRequest(
	phoneNumberId: string,
	messageId: string,
	typing: boolean,
): Omit<GraphRequest, 'form'> {
	return {
		method: 'POST',
		path: path`/${phoneNumberId}/messages`,
		on: 'phoneNumber',
		body: {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: messageId,
			typing_indicator: typing ? { type: 'text' } : undefined,
		},
		idempotent: true,
	};
}
