import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.phoneNumbers[0].id}/messages`;
const messageId = 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to: '+16505551234', messageId },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'reaction',
				reaction: { message_id: messageId, emoji: '👍' },
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			to: '+16505551234',
			messageId: ` ${messageId} `,
			emoji: '👩🏽‍🌾',
			sender: { __rl: true, mode: 'id', value: business.phoneNumbers[1].id },
			options: {
				callbackData: 'survey-3',
			},
		},
		request: {
			method: 'POST',
			path: `/${business.phoneNumbers[1].id}/messages`,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				biz_opaque_callback_data: 'survey-3',
				type: 'reaction',
				reaction: { message_id: messageId, emoji: '👩🏽‍🌾' },
			},
		},
	},
	{
		name: 'takes the reaction away',
		parameters: { to: '+16505551234', messageId, emoji: '' },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'reaction',
				reaction: { message_id: messageId, emoji: '' },
			},
		},
	},
	...['❤️', '🇧🇷', '1️⃣', '☺'].map((emoji): RequestCase => ({
		name: `emoji ${emoji}`,
		parameters: { to: 'US.13491208655302741918', messageId, emoji },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				recipient: 'US.13491208655302741918',
				type: 'reaction',
				reaction: { message_id: messageId, emoji },
			},
		},
	})),
	{
		name: 'example: reaction',
		example: 'Send Reply with Reaction Message',
		parameters: { to: '+16505551234', messageId, emoji: '😀' },
		request: {
			method: 'POST',
			path,
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'reaction',
				reaction: { message_id: messageId, emoji: '😀' },
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a missing message ID',
		parameters: { to: '+16505551234', messageId: ' ', emoji: '👍' },
		message: /'Message ID' is empty/,
	},
	...['👍👍', ':+1:', 'A', '1', '🇧'].map((emoji): RejectedCase => ({
		name: `emoji ${emoji}`,
		parameters: { to: '+16505551234', messageId, emoji },
		message: /'Emoji' is not one emoji/,
	})),
];
