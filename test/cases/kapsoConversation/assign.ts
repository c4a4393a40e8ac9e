import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const { conversation, user } = kapsoIds;
const request = platformCall('POST', `/whatsapp/conversations/${conversation}/assignments`);

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
	...rejectedIds('conversation', 'Conversation', '106540352242922', { user: byId(user) }),
	{
		name: 'no user',
		parameters: { conversation: byId(conversation) },
		message: /^'User' is empty$/,
	},
];
