import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const { conversation, user } = kapsoIds;
const request = {
	method: 'POST',
	base: 'platform',
	path: `/whatsapp/conversations/${conversation}/assignments`,
} as const;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { conversation: byId(conversation), user: byId(user) },
		request: { ...request, body: { assignment: { user_id: user } } },
	},
	{
		name: 'fullest',
		parameters: {
			conversation: { __rl: true, mode: 'list', value: conversation },
			user: byId(user),
			options: { notes: 'Speaks Spanish' },
		},
		request: { ...request, body: { assignment: { user_id: user, notes: 'Speaks Spanish' } } },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'no conversation',
		parameters: { user: byId(user) },
		message: /^'Conversation' is empty$/,
	},
	{
		name: 'the ID of something else',
		parameters: { user: byId(user), conversation: byId('106540352242922') },
		message: /^'Conversation' is not an ID of Kapso$/,
	},
	{
		name: 'no user',
		parameters: { conversation: byId(conversation) },
		message: /^'User' is empty$/,
	},
];
