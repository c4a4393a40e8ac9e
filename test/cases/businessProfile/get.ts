import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first, second] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: {
			method: 'GET',
			path: `/${first.id}/whatsapp_business_profile`,
			query: {
				fields: 'about,address,vertical,description,email,profile_picture_url,websites',
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			options: {
				fields: ['about', 'websites'],
				senderPhoneNumberId: { __rl: true, mode: 'list', value: second.id },
			},
		},
		request: {
			method: 'GET',
			path: `/${second.id}/whatsapp_business_profile`,
			query: { fields: 'about,websites' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a phone number instead of its ID',
		parameters: { options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: '+1 650' } } },
		message: /'Phone Number' is not a phone number ID/,
	},
];
