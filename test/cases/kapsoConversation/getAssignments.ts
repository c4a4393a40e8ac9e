import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const { conversation } = kapsoIds;
const request = {
	method: 'GET',
	base: 'platform',
	path: `/whatsapp/conversations/${conversation}/assignments`,
} as const;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { conversation: byId(conversation) },
		request: { ...request, query: { per_page: 50 } },
	},
	{
		name: 'fullest',
		parameters: {
			conversation: { __rl: true, mode: 'list', value: conversation },
			returnAll: true,
			simplify: false,
		},
		request: { ...request, query: { per_page: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no conversation', parameters: {}, message: /^'Conversation' is empty$/ },
	{
		name: 'the ID of something else',
		parameters: { conversation: byId('106540352242922') },
		message: /^'Conversation' is not an ID of Kapso$/,
	},
];
