import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;

const list = platformCall('GET', '/inbox_embeds');

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { per_page: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: { embedScope: 'project', embedStatus: 'active' },
			simplify: false,
		},
		request: {
			...list,
			query: { per_page: 100, status: 'active', scope_type: 'project' },
		},
	},
	{
		name: 'of a customer',
		parameters: {
			filters: { assignedUser: byId(kapsoIds.user), customer: byId(kapsoIds.customer) },
		},
		request: {
			...list,
			query: {
				per_page: 50,
				scope_type: 'customer',
				scope_id: kapsoIds.customer,
				assigned_user_id: kapsoIds.user,
			},
		},
	},
	{
		name: 'of a number',
		parameters: { filters: { embedScope: 'phone_number', phoneNumber: byId(number.id) } },
		request: {
			...list,
			query: { per_page: 50, scope_type: 'phone_number', scope_id: number.id },
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a number and a customer',
		parameters: {
			filters: { customer: byId(kapsoIds.customer), phoneNumber: byId(number.id) },
		},
		message: /'Customer' cannot be combined with the other filters$/,
	},
	{
		name: 'a number of the project',
		parameters: { filters: { embedScope: 'project', phoneNumber: byId(number.id) } },
		message: /'Phone Number' cannot be combined with the other filters$/,
	},
	{ name: 'a limit of 0', parameters: { limit: 0 }, message: /^'Limit' is out of range$/ },
];
