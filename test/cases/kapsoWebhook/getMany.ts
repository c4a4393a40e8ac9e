import { business } from '../../../simulator/business';
import { byId, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber: byId(number.id) },
		request: {
			...platformCall('GET', `/whatsapp/phone_numbers/${number.id}/webhooks`),
			query: { per_page: 50 },
		},
	},
	{
		name: 'fullest',
		parameters: {
			scope: 'project',
			returnAll: true,
			filters: {
				active: true,
				createdAfter: '2020-01-01T00:00:00Z',
				createdBefore: '2100-01-01T00:00:00Z',
				urlContains: ' /nowhere ',
			},
			simplify: false,
		},
		request: {
			...platformCall('GET', '/whatsapp/webhooks'),
			query: {
				per_page: 100,
				active: true,
				url_contains: '/nowhere',
				created_after: '2020-01-01T00:00:00.000Z',
				created_before: '2100-01-01T00:00:00.000Z',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a date that is none',
		parameters: { phoneNumber: byId(number.id), filters: { createdAfter: 'yesterday' } },
		message: /'Created After' is not a date$/,
	},
	{ name: 'no number', parameters: {}, message: /^'Phone Number' is empty$/ },
	{
		name: 'a limit of 0',
		parameters: { phoneNumber: byId(number.id), limit: 0 },
		message: /^'Limit' is out of range$/,
	},
];
