import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const { code } = business.qrCode;
const path = `/${number.id}/message_qrdls/${code}`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { code },
		request: {
			method: 'GET',
			path,
			query: { fields: 'code,prefilled_message,deep_link_url,qr_image_url.format(PNG)' },
		},
	},
	{
		name: 'fullest',
		parameters: {
			code,
			imageFormat: 'SVG',
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: number.id } },
		},
		request: {
			method: 'GET',
			path,
			query: { fields: 'code,prefilled_message,deep_link_url,qr_image_url.format(SVG)' },
		},
	},
	{
		name: 'without an image',
		parameters: { code, imageFormat: 'none' },
		request: { method: 'GET', path },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing code', parameters: {}, message: /'Code' is empty/ },
	{
		name: 'a code that is too short',
		parameters: { code: '4O4YGZ' },
		message: /'Code' has the wrong format/,
	},
];
