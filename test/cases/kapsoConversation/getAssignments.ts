import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const { conversation } = kapsoIds;
const request = platformCall('GET', `/whatsapp/conversations/${conversation}/assignments`);

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

export const rejected: RejectedCase[] = rejectedIds(
	'conversation',
	'Conversation',
	'106540352242922',
);
