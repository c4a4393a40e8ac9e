import { business } from '../../../simulator/business';
import { byId, kapsoIds } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [{ waId }] = business.customers;
const list = { method: 'GET', base: 'platform', path: '/whatsapp/contacts' } as const;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { limit: 50, per_page: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: {
				createdAfter: '2020-01-01T00:00:00Z',
				createdBefore: '2100-01-01T00:00:00Z',
				hasCustomer: false,
				numberContains: waId,
			},
			simplify: false,
		},
		request: {
			...list,
			query: {
				limit: 100,
				per_page: 100,
				wa_id_contains: waId,
				has_customer: false,
				created_after: '2020-01-01T00:00:00.000Z',
				created_before: '2100-01-01T00:00:00.000Z',
			},
		},
	},
	{
		name: 'of one customer',
		parameters: { filters: { customer: byId(kapsoIds.customer), nameContains: 'ada' } },
		request: {
			...list,
			query: {
				limit: 50,
				per_page: 50,
				profile_name_contains: 'ada',
				customer_id: kapsoIds.customer,
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a customer that is none of Kapso',
		parameters: { filters: { customer: byId('C-1001') } },
		message: /'Customer' is not an ID of Kapso$/,
	},
];
