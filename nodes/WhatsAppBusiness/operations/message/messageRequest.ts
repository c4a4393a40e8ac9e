import type { INodeProperties } from 'n8n-workflow';

import { asTextOrNumber } from '../../../graphApi/coerce';
import type { Account } from '../../../graphApi/connection';
import type { OperationRequest, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { callbackDataField, readCallbackData } from '../../fields/callbackData';
import { keepInputFieldsField } from '../../fields/keepInputFields';
import { simplifyField } from '../../fields/list';
import { messageIdField } from '../../fields/messageId';
import { identityHashField, readIdentityHash } from './identityHash';
import { isListedGroup, readRecipient } from './recipient';
import { sendingOptionsField } from '../../fields/sendingOptions';
import { automaticSenderField, formerSenderOption, readSender } from '../../fields/sender';
import { checkOutputOptions } from './sentMessage';
import { path } from '../../../graphApi/path';

export const replyToField: INodeProperties = {
	displayName: 'Reply to Message ID',
	name: 'replyToMessageId',
	type: 'string',
	default: '',
	placeholder: messageIdField.placeholder,
	description: 'ID of a message in this chat to quote above yours',
};

const omittedKeysField: INodeProperties = {
	displayName: 'Keys to Leave Out',
	name: 'omittedKeys',
	type: 'multiOptions',
	options: [
		{ name: 'Recipient Type', value: 'recipient_type' },
		{ name: 'Type', value: 'type' },
	],
	default: [],
	description:
		'Which keys to omit from the request, only for a gateway between n8n and WhatsApp that rejects them. WhatsApp itself accepts both.',
};

/**
 * The fields of an operation that sends a message: the sender, the recipient, the fields of the operation,
 * 'Simplify', and 'Add Option' with the options that every message has.
 * @param about a notice about what to know before sending.
 * @param recipient the fields of the recipient.
 * @param options further options of this operation.
 * @param rare further options that hardly anyone needs.
 */
export function messageFields(
	about: INodeProperties,
	recipient: INodeProperties[],
	fields: INodeProperties[],
	options: INodeProperties[],
	rare: INodeProperties[] = [],
): INodeProperties[] {
	return [
		about,
		automaticSenderField,
		...recipient,
		...fields,
		simplifyField,
		sendingOptionsField(
			[keepInputFieldsField, replyToField, callbackDataField, formerSenderOption, ...options],
			[omittedKeysField, identityHashField, ...rare],
		),
	];
}

/**
 * The request that sends a message: the content and the keys that every message has.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api
 * @param type Meta's message type, also the key of the content.
 * @throws InputError for an invalid recipient or option.
 */
export function messageRequest(
	parameters: Parameters,
	account: Account,
	type: string,
	content: RequestBody[string],
): OperationRequest {
	const options = parameters.group('options');
	const replyToMessageId = options.optionalText('replyToMessageId');
	const body: RequestBody = {
		messaging_product: 'whatsapp',
		...readRecipient(parameters),
		recipient_identity_key_hash: readIdentityHash(parameters),
		context: replyToMessageId === undefined ? undefined : { message_id: replyToMessageId.trim() },
		biz_opaque_callback_data: readCallbackData(parameters),
		type,
		[type]: content,
	};
	const omitted = options.hasField('omittedKeys') ? options.choices('omittedKeys') : [];
	for (const key of omitted) body[key] = undefined;
	return payloadRequest(parameters, account, body);
}

/** The request that posts any message body from the chosen number. */
export function payloadRequest(
	parameters: Parameters,
	account: Account,
	body: RequestBody,
	edge = 'messages',
): OperationRequest {
	checkOutputOptions(parameters);
	// Another number is not in the group.
	const sender = readSender(parameters, account, undefined, isListedGroup(parameters));
	const recipient = body.to ?? body.recipient;
	return {
		method: 'POST',
		path: path`/${sender}/${edge}`,
		on: 'phoneNumber',
		mediaPath: path`/${sender}/media`,
		body,
		countsFor:
			recipient === undefined
				? undefined
				: { phoneNumberId: sender, recipient: asTextOrNumber(recipient) ?? undefined },
	};
}
