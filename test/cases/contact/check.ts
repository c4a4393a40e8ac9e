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
	{
		name: 'a list from an expression',
		parameters: { phoneNumbers: ['+1 650 555 1234', '+44 7700 900123'] },
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[0].id}/contacts`,
			body: { blocking: 'wait', contacts: ['+16505551234', '+447700900123'] },
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a missing number',
		parameters: { phoneNumbers: '' },
		message: /'Phone Numbers' is empty/,
	},
	{
		name: 'a text of separators',
		parameters: { phoneNumbers: ', ;' },
		message: /'Phone Numbers' is empty/,
	},
	{
		name: 'an invalid number in the list',
		parameters: { phoneNumbers: '+16505551234, Anna' },
		message: /'Phone Numbers' \(entry 2\) is not a phone number/,
	},
	{
		name: 'a user ID, which cannot be checked',
		parameters: { phoneNumbers: 'US.13491208655302741918' },
		message: /'Phone Numbers' \(entry 1\) is not a phone number/,
	},
	{
		name: 'a number without country code',
		parameters: { phoneNumbers: '0171 1234567' },
		message: /'Phone Numbers' \(entry 1\) has no country code/,
	},
];
