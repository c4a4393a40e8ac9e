import { z } from 'zod';
import { SimulatedGraphError } from '../graph/errors';
import { validate } from '../graph/validation';
import type { State } from '../state';

const schema = z.strictObject({
	messaging_product: z.literal('whatsapp'),
	status: z.literal('read'),
	message_id: z.string().min(1),
	typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

/**
 * Marks a customer's message as read.
 *
 * @throws SimulatedGraphError 131009 if no message from a customer has this ID
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/mark-message-as-read
 */
export function markAsRead(state: State, body: Record<string, unknown>): { success: true } {
	const request = validate(schema, body);
	const message = state.messages.get(request.message_id);
	if (!message || !('message' in message)) {
		throw new SimulatedGraphError(131009, { details: 'Message ID is invalid.' });
	}
	const now = Date.now();
	message.readAt = now;
	if (request.typing_indicator) message.typingAt = now;
	return { success: true };
}
