import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = { webhook_configuration: { override_callback_uri: '' } };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: { method: 'POST', path: `/${business.phoneNumbers[0].id}`, body },
	},
	{
		name: 'fullest',
		parameters: {
			scope: 'phoneNumber',
			options: {
				senderPhoneNumberId: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			},
		},
		request: { method: 'POST', path: `/${business.phoneNumbers[1].id}`, body },
	},
	{
		name: 'of the account',
		parameters: { scope: 'account' },
		request: { method: 'POST', path: `/${business.waba.id}/subscribed_apps`, body: {} },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a number that is not an ID',
		parameters: { options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: 'abc' } } },
		message: /'Phone Number' is not a phone number ID/,
	},
	{
		name: 'a scope that does not exist',
		parameters: { scope: 'app' },
		message: /'Scope' has a value that does not exist/,
	},
];
