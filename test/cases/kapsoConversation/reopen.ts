import { byId, kapsoIds, platformCall, rejectedIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const { conversation } = kapsoIds;
const request = platformCall('PATCH', `/whatsapp/conversations/${conversation}`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { conversation: byId(conversation) },
		request: { ...request, body: { whatsapp_conversation: { status: 'active' } } },
	},
	{
		name: 'fullest',
		parameters: { conversation: { __rl: true, mode: 'list', value: conversation } },
		request: { ...request, body: { whatsapp_conversation: { status: 'active' } } },
	},
];

export const rejected: RejectedCase[] = rejectedIds(
	'conversation',
	'Conversation',
	'106540352242922',
);
