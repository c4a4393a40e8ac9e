import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first] = business.phoneNumbers;
const mediaId = business.media.id;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { mediaId },
		request: { method: 'GET', path: `/${mediaId}` },
	},
	{
		name: 'fullest',
		parameters: {
			mediaId: ` ${mediaId} `,
			options: { ownerPhoneNumberId: { __rl: true, mode: 'list', value: first.id } },
		},
		request: { method: 'GET', path: `/${mediaId}`, query: { phone_number_id: first.id } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing ID', parameters: { mediaId: '' }, message: /'Media ID' is empty/ },
	{
		name: 'a URL',
		parameters: { mediaId: 'https://lookaside.fbsbx.com/whatsapp_business/?mid=1' },
		message: /'Media ID' is not a media ID/,
	},
	{
		name: 'an invalid owner ID',
		parameters: {
			mediaId,
			options: { ownerPhoneNumberId: { __rl: true, mode: 'id', value: 'my number' } },
		},
		message: /'Only for Number' is not a phone number ID/,
	},
];
