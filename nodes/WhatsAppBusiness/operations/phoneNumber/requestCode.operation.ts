import type { INodeProperties } from 'n8n-workflow';

import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

const onlyThere = 'Only for a server in the On-Premises format';

/** What such a server wants to know of the number. https://developers.facebook.com/docs/whatsapp/on-premises/reference/account */
const serverFields: INodeProperties[] = [
	{
		displayName: 'Certificate',
		name: 'certificate',
		type: 'string',
		default: '',
		placeholder: 'e.g. CmwKKAjdk…',
		description: `The certificate of the number from WhatsApp Manager. ${onlyThere}.`,
	},
	{
		displayName: 'Country Code',
		name: 'countryCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1',
		description: `The country code of the number. ${onlyThere}.`,
	},
	{
		displayName: 'Number Without Country Code',
		name: 'localNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 6505551234',
		description: `The number that gets the code. ${onlyThere}.`,
	},
];

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
		optionsField([...serverFields, phoneNumberField]),
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
			...readServerFields(parameters.group('options')),
		},
	}),
};

function readServerFields(options: Parameters): RequestBody {
	const digits = (name: string) => options.optionalText(name)?.replace(/\D/g, '');
	return {
		cc: digits('countryCode'),
		phone_number: digits('localNumber'),
		cert: options.optionalText('certificate')?.trim(),
	};
}
