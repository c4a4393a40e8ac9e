import { business } from '../../../simulator/business';
import { byId, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const list = platformCall('GET', '/whatsapp/broadcasts');

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { per_page: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: { phoneNumber: byId(number.id), broadcastStatus: 'draft' },
			simplify: false,
		},
		request: {
			...list,
			query: { per_page: 100, phone_number_id: number.id, status: 'draft' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a number that is no ID',
		parameters: { filters: { phoneNumber: byId('+49 30 1234567') } },
		message: /^'Phone Number' /,
	},
];
