import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: {
			method: 'GET',
			path: `/${business.phoneNumbers[0].id}/groups`,
			query: { limit: 50 },
		},
	},
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			options: {
				senderPhoneNumberId: { __rl: true, mode: 'id', value: business.phoneNumbers[0].id },
			},
		},
		request: {
			method: 'GET',
			path: `/${business.phoneNumbers[0].id}/groups`,
			query: { limit: 100 },
		},
	},
	{
		name: 'of another number',
		parameters: {
			limit: 3,
			options: {
				senderPhoneNumberId: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			},
		},
		request: {
			method: 'GET',
			path: `/${business.phoneNumbers[1].id}/groups`,
			query: { limit: 3 },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a limit of 0', parameters: { limit: 0 }, message: /'Limit' is out of range/ },
	{
		name: 'an invalid phone number ID',
		parameters: {
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: '+16505551234' } },
		},
		message: /'Phone Number' is not a phone number ID/,
	},
];
