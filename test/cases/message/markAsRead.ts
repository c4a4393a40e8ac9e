import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.phoneNumbers[0].id}/messages`;
const messageId = 'wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUYzMjEzNDM2RTZGQ0MzMDJBRgA=';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { messageId },
		request: {
			method: 'POST',
			path,
			body: { messaging_product: 'whatsapp', status: 'read', message_id: messageId },
		},
	},
	{
		name: 'fullest',
		parameters: {
			messageId: `${messageId}\n`,
			sender: { __rl: true, mode: 'list', value: business.phoneNumbers[1].id },
			options: {
				typingIndicator: true,
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: messageId,
				typing_indicator: { type: 'text' },
			},
		},
	},
	{
		name: 'typing indicator turned off',
		parameters: { messageId, options: { typingIndicator: false } },
		request: {
			method: 'POST',
			path,
			body: { messaging_product: 'whatsapp', status: 'read', message_id: messageId },
		},
	},
	{
		name: 'example: typing indicator',
		example: 'Send typing indicator and read receipt',
		parameters: { messageId, options: { typingIndicator: true } },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: messageId,
				typing_indicator: { type: 'text' },
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing message ID', parameters: { messageId: '' }, message: /'Message ID' is empty/ },
	{
		name: 'a phone number as sender',
		parameters: {
			messageId,
			sender: { __rl: true, mode: 'id', value: '+1 555 078 3881' },
		},
		message: /'Phone Number' is not a phone number ID/,
	},
];
