import type { RecalledCase } from '../requestCase';
import { busyConversation, otherNumber, phoneNumberId } from './customers';

import type { Conversations } from '../../../nodes/shared/conversation/conversations';

const ada = { phoneNumberId, users: ['+4915112345678'] };

async function severalConversations(conversations: Conversations): Promise<void> {
	await busyConversation(conversations);
	await conversations.optOut(ada, 'Wrote STOP');
}

const pabloItem = { customer: '16505551234', windowOpen: true, pauseReason: 'Ada takes over' };

export const recalled: RecalledCase[] = [
	{
		name: 'smallest',
		parameters: {},
		before: severalConversations,
		output: [
			pabloItem,
			{ customer: '4915112345678', windowOpen: null, optOutReason: 'Wrote STOP' },
		],
	},
	{
		name: 'only some',
		parameters: { only: ['paused', 'windowOpen'] },
		before: severalConversations,
		output: [pabloItem],
	},
	{
		name: 'up to a limit',
		parameters: { returnAll: false, limit: 1 },
		before: severalConversations,
		output: [pabloItem],
	},
	{
		name: 'fullest',
		parameters: { returnAll: true, only: ['optedOut'], options: otherNumber },
		before: severalConversations,
		output: [],
	},
];

export const rejected = [
	{ name: 'a limit of 0', parameters: { returnAll: false, limit: 0 }, message: /'Limit'/ },
];
