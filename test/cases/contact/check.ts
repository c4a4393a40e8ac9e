import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumbers: '+16505551234' },
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[0].id}/contacts`,
			body: { blocking: 'wait', contacts: ['+16505551234'] },
		},
	},
	{
		name: 'fullest',
		parameters: {
			phoneNumbers: '+1 (650) 555-1234, 0044 7700 900123;\n+49 171 1234567,',
			options: {
				blocking: 'no_wait',
				forceCheck: true,
				senderPhoneNumberId: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/contacts`,
			body: {
				blocking: 'no_wait',
				contacts: ['+16505551234', '+447700900123', '+491711234567'],
				force_check: true,
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no number', parameters: { phoneNumbers: '' }, message: /'Phone Numbers' is empty/ },
	{
		name: 'only separators',
		parameters: { phoneNumbers: ', ;' },
		message: /'Phone Numbers' holds no number/,
	},
	{
		name: 'one of the numbers is none',
		parameters: { phoneNumbers: '+16505551234, Anna' },
		message: /'Phone Numbers' \(number 2\) is not a phone number/,
	},
	{
		name: 'no country code',
		parameters: { phoneNumbers: '0171 1234567' },
		message: /'Phone Numbers' \(number 1\) has no country code/,
	},
];
