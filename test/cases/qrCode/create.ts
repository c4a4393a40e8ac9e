import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const path = `/${number.id}/message_qrdls`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { prefilledMessage: 'Cyber Monday' },
		request: {
			method: 'POST',
			path,
			body: { prefilled_message: 'Cyber Monday', generate_qr_image: 'PNG' },
		},
	},
	{
		name: 'fullest',
		example: 'POST /{Phone-Number-ID}/message_qrdls › create_qr_code',
		parameters: {
			prefilledMessage: "Hi! I'm interested in your products. Can you help me?",
			imageFormat: 'SVG',
			options: otherNumber,
		},
		request: {
			method: 'POST',
			path: `/${other.id}/message_qrdls`,
			body: {
				prefilled_message: "Hi! I'm interested in your products. Can you help me?",
				generate_qr_image: 'SVG',
			},
		},
	},
	{
		name: 'with a PNG',
		example: 'POST /{Phone-Number-ID}/message_qrdls › create_qr_code_png',
		parameters: {
			prefilledMessage: "Hello! I'd like to get more information about your services.",
			imageFormat: 'PNG',
		},
		request: {
			method: 'POST',
			path,
			body: {
				prefilled_message: "Hello! I'd like to get more information about your services.",
				generate_qr_image: 'PNG',
			},
		},
	},
	{
		name: 'without an image',
		example: 'POST /{Phone-Number-ID}/message_qrdls › create_qr_code_no_image',
		parameters: {
			prefilledMessage: "I'm interested in learning more about your business!",
			imageFormat: 'none',
		},
		request: {
			method: 'POST',
			path,
			body: { prefilled_message: "I'm interested in learning more about your business!" },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing message', parameters: {}, message: /'Prefilled Message' is empty/ },
	{
		name: 'a message that is too long',
		parameters: { prefilledMessage: 'x'.repeat(141) },
		message: /'Prefilled Message' has 141 characters/,
	},
	{
		name: 'a format that does not exist',
		parameters: { prefilledMessage: 'Hello', imageFormat: 'JPEG' },
		message: /'Image Format' has a value that does not exist/,
	},
	{
		name: 'a number that is not an ID',
		parameters: {
			prefilledMessage: 'Hello',
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: '+1 555' } },
		},
		message: /'Phone Number' is not a phone number ID/,
	},
];
