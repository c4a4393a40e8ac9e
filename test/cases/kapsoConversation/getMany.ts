import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const [customer] = business.customers;
const list = platformCall('GET', '/whatsapp/conversations');

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { limit: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: {
				activeAfter: '2020-01-01T00:00:00Z',
				activeBefore: '2100-01-01T00:00',
				createdAfter: '2020-01-01',
				createdBefore: '2100-01-01T12:00:00+02:00',
				phoneNumber: byId(number.id),
				person: `+${customer.waId}`,
				status: 'active',
				unassigned: true,
			},
			simplify: false,
		},
		request: {
			...list,
			query: {
				limit: 100,
				phone_number_id: number.id,
				phone_number: customer.waId,
				status: 'active',
				unassigned: true,
				created_after: '2019-12-31T23:00:00.000Z',
				created_before: '2100-01-01T10:00:00.000Z',
				last_active_after: '2020-01-01T00:00:00.000Z',
				last_active_before: '2099-12-31T23:00:00.000Z',
			},
		},
	},
	{
		name: 'of a person without a number, assigned to a user',
		parameters: {
			filters: { person: 'US.13491208655302741918', unassigned: false, user: byId(kapsoIds.user) },
		},
		request: {
			...list,
			query: {
				limit: 50,
				business_scoped_user_id: 'US.13491208655302741918',
				assigned_user_id: kapsoIds.user,
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'the name of a person',
		parameters: { filters: { person: 'Ada' } },
		message: /'Person'/,
	},
	{
		name: 'a user that is none of Kapso',
		parameters: { filters: { user: byId('ada@example.com') } },
		message: /'User' is not an ID of Kapso$/,
	},
	{
		name: 'a user of conversations that have none',
		parameters: { filters: { unassigned: true, user: byId(kapsoIds.user) } },
		message: /'Unassigned' cannot be combined with the filter 'User'$/,
	},
	{
		name: 'a date that is none',
		parameters: { filters: { activeAfter: 'yesterday' } },
		message: /'Last Active After' is not a date$/,
	},
];
