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
		output: [{ ...nothing, customer: '16505551234' }],
	},
	{
		name: 'by user ID',
		parameters: { customer: userId },
		before: busyConversation,
		output: [{ ...nothing }],
	},
	{
		name: 'fullest',
		parameters: { customer: '16505551234', options: otherNumber },
		before: busyConversation,
		output: [{ ...nothing, phoneNumberId: otherPhoneNumberId }],
	},
];

export const rejected = invalidCustomers;
