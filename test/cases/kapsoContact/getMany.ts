import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [{ waId }] = business.customers;
const list = platformCall('GET', '/whatsapp/contacts');

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
		name: 'by the IDs of a person and of a customer',
		parameters: {
			filters: { externalCustomerId: 'C-1001', userId: ' US.13491208655302741918 ' },
		},
		request: {
			...list,
			query: {
				limit: 50,
				per_page: 50,
				business_scoped_user_id: 'US.13491208655302741918',
				customer_external_id: 'C-1001',
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
		name: 'a number as user ID',
		parameters: { filters: { userId: '+16505551234' } },
		message: /'User ID' is not a business-scoped user ID$/,
	},
	{
		name: 'a customer that is none of Kapso',
		parameters: { filters: { customer: byId('C-1001') } },
		message: /'Customer' is not an ID of Kapso$/,
	},
];
