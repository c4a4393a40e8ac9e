import type { IDataObject } from 'n8n-workflow';

import { business } from '../../../simulator/business';
import type { Conversations, Customer } from '../../../nodes/shared/conversation/conversations';
import type { RecalledCase, RejectedCase } from '../requestCase';

const [number, other] = business.phoneNumbers;

export const { id: phoneNumberId } = number;
export const { id: otherPhoneNumberId } = other;

export const otherNumber = {
	senderPhoneNumberId: { __rl: true, mode: 'id', value: otherPhoneNumberId },
};

export const userId = 'US.13491208655302741918';

/** A customer whose number and user ID are known. */
export const pablo: Customer = { phoneNumberId, users: ['16505551234', userId] };

/** Nothing is remembered of this conversation. */
export const nothing = {
	phoneNumberId,
	windowOpen: null,
	windowOpenUntil: null,
	lastMessageInAt: null,
	lastMessageOutAt: null,
	pausedUntil: null,
	pauseReason: null,
	optedOutAt: null,
	optOutReason: null,
};

/** Pablo wrote, was answered, opted out, and a colleague took over. */
export async function busyConversation(conversations: Conversations): Promise<void> {
	const now = Date.now();
	await conversations.noteMessageIn(pablo, new Date(now - 60_000));
	await conversations.noteMessageOut(pablo, new Date(now - 30_000));
	await conversations.pause(pablo, new Date(now + 60_000), 'Ada takes over');
	await conversations.optOut(pablo, 'Wrote STOP');
}

/**
 * The cases of an operation that changes the busy conversation, with what is left of it.
 * @param ofOtherNumber more keys of the conversation with the other number, of which nothing is remembered.
 */
export function changedCases(
	byNumber: RecalledCase['output'],
	byUserId: RecalledCase['output'],
	ofOtherNumber: IDataObject = {},
): RecalledCase[] {
	const before = busyConversation;
	return [
		{
			name: 'smallest',
			parameters: { customer: '+1 650 555 1234' },
			before,
			output: byNumber,
		},
		{ name: 'by user ID', parameters: { customer: userId }, before, output: byUserId },
		{
			name: 'fullest',
			parameters: { customer: '16505551234', options: otherNumber },
			before,
			output: [{ ...nothing, phoneNumberId: otherPhoneNumberId, ...ofOtherNumber }],
		},
	];
}

/** What every operation about one customer refuses. */
export const invalidCustomers: RejectedCase[] = [
	{ name: 'an empty customer', parameters: { customer: '' }, message: /'Customer' is empty/ },
	{
		name: 'a number without its country code',
		parameters: { customer: '0171 1234567' },
		message: /'Customer' has no country code/,
	},
];
