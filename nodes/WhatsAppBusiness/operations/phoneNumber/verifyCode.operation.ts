import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers#verify */
export const operation: Operation = {
	displayName: 'Verify Code',
	action: 'Verify a code',
	description: 'Enter the code that the number received from Request Code',
	fields: [
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 123456',
			description: 'The six digits from the SMS or the call',
		},
		optionsField([phoneNumberField]),
	],
	request(parameters, account) {
		const pattern = { regex: /^\s*\d{3}[ -]?\d{3}\s*$/, description: 'six digits' };
		const code = parameters.text('code', { pattern }).replace(/\D/g, '');
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/verify_code`,
			on: 'phoneNumber',
			body: { code },
			secrets: [code],
		};
	},
};
