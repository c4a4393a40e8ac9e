import type { RecalledCase } from '../requestCase';
import {
	busyConversation,
	invalidCustomers,
	nothing,
	otherNumber,
	otherPhoneNumberId,
	userId,
} from './customers';

export const recalled: RecalledCase[] = [
	{
		name: 'smallest',
		parameters: { customer: '+1 650 555 1234' },
		before: busyConversation,
		output: [{ customer: '16505551234', optedOutAt: null, pauseReason: 'Ada takes over' }],
	},
	{
		name: 'by user ID',
		parameters: { customer: userId },
		before: busyConversation,
		output: [{ customer: '16505551234', optedOutAt: null }],
	},
	{
		name: 'fullest',
		parameters: { customer: '16505551234', options: otherNumber },
		before: busyConversation,
		output: [{ ...nothing, phoneNumberId: otherPhoneNumberId }],
	},
];

export const rejected = invalidCustomers;
