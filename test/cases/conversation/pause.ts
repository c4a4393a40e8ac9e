import type { RecalledCase } from '../requestCase';
import {
	busyConversation,
	invalidCustomers,
	nothing,
	otherNumber,
	otherPhoneNumberId,
} from './customers';

export const recalled: RecalledCase[] = [
	{
		name: 'smallest',
		parameters: { customer: '+1 650 555 1234' },
		output: [{ customer: '16505551234', pauseReason: 'Paused by a workflow', windowOpen: null }],
	},
	{
		name: 'again',
		parameters: { customer: '+1 650 555 1234', options: { reason: 'Bo takes over' } },
		before: busyConversation,
		output: [{ pauseReason: 'Bo takes over', optOutReason: 'Wrote STOP' }],
	},
	{
		name: 'fullest',
		parameters: {
			customer: '+1 650 555 1234',
			pauseFor: 90,
			unit: 'minutes',
			options: { ...otherNumber, reason: 'Ada takes over' },
		},
		output: [
			{
				...{ customer: '16505551234', phoneNumberId: otherPhoneNumberId },
				pauseReason: 'Ada takes over',
				optedOutAt: nothing.optedOutAt,
			},
		],
	},
];

export const rejected = [
	...invalidCustomers,
	{
		name: 'no time',
		parameters: { customer: '+16505551234', pauseFor: 0 },
		message: /'Pause For'/,
	},
	{
		name: 'more than a year',
		parameters: { customer: '+16505551234', pauseFor: 367, unit: 'days' },
		message: /'Pause For'/,
	},
	{
		name: 'a long reason',
		parameters: { customer: '+16505551234', options: { reason: 'x'.repeat(501) } },
		message: /'Reason' has 501 characters/,
	},
];
