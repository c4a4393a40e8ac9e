import type { Operation } from '../../operation';
import { payloadRequest } from './messageRequest';
import { keepInputFieldsField } from '../../fields/keepInputFields';
import { simplifyField } from '../../fields/list';
import { sendingOptionsField } from '../../fields/sendingOptions';
import {
	refuseSecretsInBody,
	type ReservedParameterError,
} from '../../../graphApi/reservedParameters';
import { automaticSenderField, formerSenderOption } from '../../fields/sender';
import { sentMessage } from './sentMessage';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api */
export const operation: Operation = {
	displayName: 'Send Payload',
	action: 'Send a message from JSON',
	description:
		'Send any message as JSON for the Messages API, including the recipient. It is sent unchanged.',
	sendsMessages: true,
	fields: [
		automaticSenderField,
		{
			displayName: 'Payload',
			name: 'payload',
			type: 'json',
			typeOptions: { rows: 12 },
			required: true,
			default:
				'{\n  "recipient_type": "individual",\n  "to": "",\n  "type": "text",\n  "text": { "body": "Hello" }\n}',
			description: 'The body of the request. The key messaging_product is added if it is missing.',
			hint: 'See every kind of message in <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages">Meta\'s documentation</a>',
		},
		simplifyField,
		sendingOptionsField([keepInputFieldsField, formerSenderOption]),
	],
	request(parameters, account) {
		const payload = parameters.jsonObject('payload');
		if (payload.to === '') {
			throw parameters.error('payload', 'has no recipient', 'Add a phone number as "to".');
		}
		try {
			refuseSecretsInBody(payload);
		} catch (error) {
			throw parameters.error(
				'payload',
				'cannot be sent',
				(error as ReservedParameterError).message,
			);
		}
		return payloadRequest(parameters, account, { messaging_product: 'whatsapp', ...payload });
	},
	output: sentMessage,
};
