import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const { conversation } = kapsoIds;
const request = platformCall('GET', `/whatsapp/conversations/${conversation}`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { conversation: byId(conversation) },
		request: request,
	},
	{
		name: 'fullest',
		parameters: {
			conversation: { __rl: true, mode: 'list', value: conversation },
			simplify: false,
		},
		request: request,
	},
];

export const rejected: RejectedCase[] = rejectedIds(
	'conversation',
	'Conversation',
	'106540352242922',
);
