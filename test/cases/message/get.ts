import type { RejectedCase, RequestCase } from '../requestCase';

const messageId = 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { messageId },
		request: { method: 'GET', path: `/${messageId}` },
	},
	{
		name: 'fullest',
		parameters: { messageId: `${messageId} `, options: { fields: 'id, message_status' } },
		request: { method: 'GET', path: `/${messageId}`, query: { fields: 'id,message_status' } },
	},
	{
		name: 'an ID with characters that mean something in a path',
		parameters: { messageId: 'wamid.HB/+gL==' },
		request: { method: 'GET', path: '/wamid.HB%2F%2BgL%3D%3D' },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing message ID', parameters: { messageId: '' }, message: /'Message ID' is empty/ },
];
