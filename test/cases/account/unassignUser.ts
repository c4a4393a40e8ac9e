import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [anna, jasper] = business.portfolio.users;
const path = `/${business.waba.id}/assigned_users`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { userId: anna.id },
		request: { method: 'DELETE', path, query: { user: anna.id } },
	},
	{
		name: 'fullest',
		parameters: {
			userId: jasper.id,
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request: { method: 'DELETE', path, query: { user: jasper.id } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing user', parameters: {}, message: /'User ID' is empty/ },
	{
		name: 'an email address',
		parameters: { userId: 'jasper@example.com' },
		message: /'User ID' is not the ID of a user/,
	},
];
