import { path } from '../../../graphApi/path';
import { AppSecret } from '../../appSecret';
import { appField, readApp } from '../../fields/app';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-customers-as-a-tech-provider */
export const operation: Operation = {
	displayName: 'Exchange Code',
	action: 'Exchange the code of embedded signup for a token',
	description:
		"Exchange the code that Embedded Signup returns for the customer's access token. The app secret comes from the credential. Store the token in the output safely.",
	fields: [
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. AQBhlXsctMxJYbwbrpybxlo9tLPGy…',
			description:
				'The code from the response of Embedded Signup. It can be used once, within 30 seconds.',
		},
		optionsField([appField]),
	],
	request(parameters, account) {
		const code = parameters.text('code').trim();
		return {
			method: 'GET',
			path: path`/oauth/access_token`,
			on: 'fixed',
			query: {
				client_id: readApp(parameters, account),
				client_secret: new AppSecret(),
				code,
			},
			secrets: [code],
		};
	},
};
