import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers#verify */
export const operation: Operation = {
	displayName: 'Request Code',
	action: 'Request a verification code',
	description: 'Have WhatsApp send a verification code to the number. Enter it with Verify Code.',
	fields: [
		{
			displayName: 'Method',
			name: 'codeMethod',
			type: 'options',
			options: [
				{ name: 'SMS', value: 'SMS' },
				{ name: 'Voice Call', value: 'VOICE' },
			],
			default: 'SMS',
			description: 'How to receive the code',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			required: true,
			default: 'en_US',
			placeholder: 'e.g. de_DE',
			description: 'Language of the SMS or the call',
		},
		optionsField([phoneNumberField]),
	],
	request: (parameters, account) => ({
		method: 'POST',
		path: path`/${readPhoneNumberId(parameters, account)}/request_code`,
		on: 'phoneNumber',
		body: {
			code_method: parameters.choice('codeMethod'),
			language: parameters
				.text('language', {
					pattern: {
						regex: /^\s*[a-z]{2,3}(_[A-Z]{2})?\s*$/,
						description: 'a language code such as en_US or de',
					},
				})
				.trim(),
		},
	}),
};
