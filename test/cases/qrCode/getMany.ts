import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const path = `/${number.id}/message_qrdls`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: {
			method: 'GET',
			path,
			query: {
				fields: 'code,prefilled_message,deep_link_url,qr_image_url.format(PNG)',
				limit: 50,
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			imageFormat: 'SVG',
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: number.id } },
		},
		request: {
			method: 'GET',
			path,
			query: {
				fields: 'code,prefilled_message,deep_link_url,qr_image_url.format(SVG)',
				limit: 100,
			},
		},
	},
	{
		name: 'without images',
		parameters: { limit: 5, imageFormat: 'none' },
		request: { method: 'GET', path, query: { limit: 5 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a limit of zero', parameters: { limit: 0 }, message: /'Limit' is out of range/ },
	{
		name: 'a number that is not an ID',
		parameters: { options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: '+1 555' } } },
		message: /'Phone Number' is not a phone number ID/,
	},
];
