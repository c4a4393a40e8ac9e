import { business } from '../../../simulator/business';
import { byId } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber: byId(number.id) },
		request: {
			method: 'GET',
			base: 'platform',
			path: `/whatsapp/phone_numbers/${number.id}/webhooks`,
			query: { per_page: 50 },
		},
	},
	{
		name: 'fullest',
		parameters: { scope: 'project', returnAll: true, simplify: false },
		request: {
			method: 'GET',
			base: 'platform',
			path: '/whatsapp/webhooks',
			query: { per_page: 100 },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no number', parameters: {}, message: /^'Phone Number' is empty$/ },
	{
		name: 'a limit of 0',
		parameters: { phoneNumber: byId(number.id), limit: 0 },
		message: /^'Limit' is out of range$/,
	},
];
