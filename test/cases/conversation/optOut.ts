import type { RecalledCase } from '../requestCase';
import { busyConversation, invalidCustomers, otherNumber, otherPhoneNumberId } from './customers';

export const recalled: RecalledCase[] = [
	{
		name: 'smallest',
		parameters: { customer: '+1 650 555 1234' },
		output: [{ customer: '16505551234', optOutReason: 'Noted by a workflow' }],
	},
	{
		name: 'again, which changes nothing',
		parameters: { customer: '+1 650 555 1234', options: { reason: 'Asked on the phone' } },
		before: busyConversation,
		output: [{ optOutReason: 'Wrote STOP' }],
	},
	{
		name: 'fullest',
		parameters: {
			customer: '+1 650 555 1234',
			options: { ...otherNumber, reason: 'Asked on the phone' },
		},
		output: [{ phoneNumberId: otherPhoneNumberId, optOutReason: 'Asked on the phone' }],
	},
];

export const rejected = [
	...invalidCustomers,
	{
		name: 'a long reason',
		parameters: { customer: '+16505551234', options: { reason: 'x'.repeat(501) } },
		message: /'Reason' has 501 characters/,
	},
];
