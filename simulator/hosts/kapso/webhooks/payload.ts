import type { SimulatorContext } from '../../../context';
import type { Conversation, KapsoMessage } from '../inbox';
import { conversationJson, iso, messageJson, statusOf, textOf } from '../messageJson';
import { kapsoState } from '../state';
import { without } from '../without';
import type { KapsoWebhook } from './webhook';

/** What happened in a conversation. */
export interface ConversationEvent {
	event: string;
	conversation: Conversation;
	message?: KapsoMessage;
	/** What some events add. */
	more?: Record<string, unknown>;
}

/** The body of an event, in the version that the webhook wants. */
export function payloadOf(
	simulator: SimulatorContext,
	{ payloadVersion }: KapsoWebhook,
	event: ConversationEvent,
): Record<string, unknown> {
	return payloadVersion === 'v1' ? v1(simulator, event) : v2(simulator, event);
}

/** @see https://docs.kapso.ai/docs/platform/webhooks/message-events */
function v2(
	simulator: SimulatorContext,
	{ conversation, message, more }: ConversationEvent,
): Record<string, unknown> {
	return {
		...(message && { message: messagePart(simulator, message) }),
		conversation: conversationPart(conversation),
		...(message && { is_new_conversation: conversation.messages[0] === message }),
		phone_number_id: conversation.phoneNumberId,
		...more,
	};
}

function messagePart(simulator: SimulatorContext, message: KapsoMessage): Record<string, unknown> {
	const { kapso, ...metas } = messageJson(simulator, message);
	return {
		...metas,
		kapso: {
			// What belongs to the conversation is there only.
			...without(
				kapso,
				'whatsapp_conversation_id',
				'contact_name',
				'phone_number',
				'phone_number_id',
			),
			processing_status: message.direction === 'inbound' ? 'pending' : 'completed',
		},
	};
}

function conversationPart(conversation: Conversation): Record<string, unknown> {
	const { waId } = conversation.customer;
	return {
		...conversationJson(conversation),
		// With a plus here, without one in lists.
		phone_number: waId === undefined ? null : `+${waId}`,
	};
}

/** The older version: the number as an object, and the content of a message as a text. */
function v1(
	simulator: SimulatorContext,
	{ conversation, message, more }: ConversationEvent,
): Record<string, unknown> {
	const number = kapsoState(simulator.state).number(conversation.phoneNumberId);
	return {
		...(message && {
			message: {
				id: message.id,
				whatsapp_message_id: message.id,
				message_type: message.type,
				content: textOf(message),
				direction: message.direction,
				status: statusOf(message),
				created_at: iso(message.at),
				message_type_data: message.content[message.type] ?? {},
			},
		}),
		conversation: conversationPart(conversation),
		...(message && { is_new_conversation: conversation.messages[0] === message }),
		whatsapp_config: {
			id: number?.internalId,
			name: number?.name,
			phone_number_id: conversation.phoneNumberId,
			display_phone_number: number?.phoneNumber.displayPhoneNumber,
		},
		...more,
	};
}
