import type { IDataObject } from 'n8n-workflow';

import { asObject, asObjects, asText, firstText } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { keepsInputFields } from '../../fields/keepInputFields';
import { simplifyField } from '../../fields/list';
import { messageText } from './messageText';

/** A message that WhatsApp accepted: what people read comes first, so that the table begins with it. */
export interface SentMessage extends IDataObject {
	/** The phone number, user ID or group ID as Meta knows it. */
	to: string | null;
	text: string | null;
	/** Meta's `message_status`, such as `held_for_quality_assessment`. Meta sends it for templates only. */
	status: string;
	/** wamid. */
	messageId: string;
	/** The ID of the number it was sent from. */
	phoneNumberId: string | null;
}

/** A message that was not sent on purpose, with the keys of one that was. */
export interface SkippedMessage extends Omit<SentMessage, 'messageId'> {
	status: 'skipped';
	messageId: null;
	skipped: true;
	/** Why, in a sentence. */
	reason: string;
}

/** The output of a message that was not sent on purpose, with or without 'Simplify'. */
export function skippedMessage({ countsFor }: OperationRequest, reason: string): SkippedMessage {
	return {
		// Meta writes numbers without the plus.
		to: countsFor?.recipient?.replace(/^\+/, '') ?? null,
		text: null,
		status: 'skipped',
		messageId: null,
		phoneNumberId: countsFor?.phoneNumberId ?? null,
		skipped: true,
		reason,
	};
}

/** @throws InputError for an invalid value of a field about the output. It is found before anything is sent. */
export function checkOutputOptions(parameters: Parameters): void {
	if (parameters.hasField(simplifyField.name)) parameters.boolean(simplifyField.name);
	keepsInputFields(parameters);
}

/**
 * The output of an operation that sends a message: with 'Simplify' a `SentMessage`, otherwise Meta's response.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api
 */
export function sentMessage(
	response: JsonObject,
	parameters: Parameters,
	{ body, countsFor, following = [] }: OperationRequest,
): SentMessage | JsonObject {
	if (!parameters.boolean(simplifyField.name)) return response;
	const [contact] = asObjects<JsonObject>(response.contacts);
	const [message] = asObjects<JsonObject>(response.messages);
	const messageId = firstText(message?.id);
	// A payload may be something else, such as marking a message as read.
	if (messageId === null) return response;
	const { wa_id, user_id, input } = asObject<JsonObject>(contact);
	return {
		to: firstText(wa_id, user_id, input, countsFor?.recipient),
		text: textOf([body, ...following.map(({ request }) => request.body)]),
		status: asText(message?.message_status) ?? 'accepted',
		messageId,
		phoneNumberId: countsFor?.phoneNumberId ?? null,
	};
}

/** The texts of the messages of an item, or null if there are none. */
function textOf(bodies: readonly unknown[]): string | null {
	const texts = bodies.map(messageText).filter((text) => text !== null);
	return texts.length === 0 ? null : texts.join('\n\n');
}
