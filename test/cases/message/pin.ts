import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const { id: to } = business.group;
const groupId = { __rl: true, mode: 'id', value: to };
const messageId = 'wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTBC';
const pinned = { messaging_product: 'whatsapp', recipient_type: 'group', to, type: 'pin' };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { groupId, messageId },
		request: {
			method: 'POST',
			path: `/${number.id}/messages`,
			body: {
				...pinned,
				pin: { type: 'pin', message_id: messageId, expiration_days: 7 },
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			sender: { __rl: true, mode: 'id', value: other.id },
			groupId,
			messageId: ` ${messageId} `,
			expirationDays: 30,
			options: { callbackData: 'agenda' },
		},
		request: {
			method: 'POST',
			path: `/${other.id}/messages`,
			body: {
				...pinned,
				biz_opaque_callback_data: 'agenda',
				pin: { type: 'pin', message_id: messageId, expiration_days: 30 },
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no group', parameters: { messageId }, message: /'Group' is empty/ },
	{ name: 'no message', parameters: { groupId }, message: /'Message ID' is empty/ },
	...[0, 31, 1.5].map((expirationDays) => ({
		name: `${expirationDays} days`,
		parameters: { groupId, messageId, expirationDays },
		message: /'Pinned For \(Days\)' is out of range/,
	})),
];
