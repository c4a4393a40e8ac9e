import type { Operation } from '../../operation';
import { payloadRequest } from './messageRequest';
import { optionsField } from '../../fields/options';
import { sendingFields } from '../../fields/sendingOptions';
import { senderField } from '../../../shared/phoneNumberId';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api */
export const operation: Operation = {
	displayName: 'Send Payload',
	action: 'Send a message from JSON',
	description:
		'Send any message as the JSON of the Messages API, including the recipient. Nothing is changed in it.',
	sendsMessages: true,
	fields: [
		{
			displayName: 'Payload',
			name: 'payload',
			type: 'json',
			typeOptions: { rows: 12 },
			required: true,
			default:
				'{\n  "recipient_type": "individual",\n  "to": "",\n  "type": "text",\n  "text": { "body": "Hello" }\n}',
			description:
				'The body of the request. The key messaging_product is added when it is missing.',
			hint: 'Every kind of message is described in <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages">Meta\'s documentation</a>',
		},
		optionsField([senderField, ...sendingFields]),
	],
	request(parameters, account) {
		const payload = parameters.jsonObject('payload');
		if (payload.to === '') {
			throw parameters.error('payload', 'has no recipient', 'Put a phone number into "to".');
		}
		return payloadRequest(parameters, account, { messaging_product: 'whatsapp', ...payload });
	},
};
