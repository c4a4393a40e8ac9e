import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const path = `/${number.id}/message_qrdls`;
const { code } = business.qrCode;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { code, prefilledMessage: 'Tuesday' },
		request: { method: 'POST', path, body: { code, prefilled_message: 'Tuesday' } },
	},
	{
		name: 'fullest',
		example: 'POST /{Phone-Number-ID}/message_qrdls › update_existing_qr_code',
		parameters: {
			code: ` ${code} `,
			prefilledMessage: "Hello! I'd like to know more about your latest offers.",
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: number.id } },
		},
		request: {
			method: 'POST',
			path,
			body: { code, prefilled_message: "Hello! I'd like to know more about your latest offers." },
		},
	},
	{
		name: 'of another number',
		parameters: { code, prefilledMessage: 'Tuesday', options: otherNumber },
		request: {
			method: 'POST',
			path: `/${other.id}/message_qrdls`,
			body: { code, prefilled_message: 'Tuesday' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing code', parameters: { prefilledMessage: 'Hello' }, message: /'Code' is empty/ },
	{
		name: 'a link instead of a code',
		parameters: { code: 'https://wa.me/message/4O4YGZEG3RIVE1', prefilledMessage: 'Hello' },
		message: /'Code' has the wrong format/,
	},
	{
		name: 'a message that is too long',
		parameters: { code, prefilledMessage: 'x'.repeat(141) },
		message: /'Prefilled Message' has 141 characters/,
	},
];
