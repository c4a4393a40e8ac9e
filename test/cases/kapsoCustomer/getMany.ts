import { platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const list = platformCall('GET', '/customers');

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { per_page: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: {
				createdAfter: '2020-01-01T00:00:00Z',
				createdBefore: '2100-01-01T00:00:00Z',
				customerName: 'acme',
				externalId: 'C-1001',
			},
			simplify: false,
		},
		request: {
			...list,
			query: {
				per_page: 100,
				name_contains: 'acme',
				external_customer_id: 'C-1001',
				created_after: '2020-01-01T00:00:00.000Z',
				created_before: '2100-01-01T00:00:00.000Z',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a date that is none',
		parameters: { filters: { createdAfter: 'yesterday' } },
		message: /'Created After' is not a date$/,
	},
];
