import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [, jasper, systemUser] = business.portfolio.users;
const path = `/${business.waba.id}/assigned_users`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { userId: systemUser.id },
		request: { method: 'POST', path, query: { user: systemUser.id, tasks: '["MANAGE"]' } },
	},
	{
		name: 'fullest',
		parameters: {
			userId: ` ${jasper.id} `,
			tasks: ['DEVELOP', 'MANAGE_TEMPLATES', 'VIEW_TEMPLATES'],
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request: {
			method: 'POST',
			path,
			query: { user: jasper.id, tasks: '["DEVELOP","MANAGE_TEMPLATES","VIEW_TEMPLATES"]' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing user', parameters: {}, message: /'User ID' is empty/ },
	{
		name: 'the name of a user',
		parameters: { userId: 'Jasper' },
		message: /'User ID' is not the ID of a user/,
	},
	{
		name: 'no task',
		parameters: { userId: jasper.id, tasks: [] },
		message: /'Tasks' is empty/,
	},
	{
		name: 'a task that does not exist',
		parameters: { userId: jasper.id, tasks: ['ADMIN'] },
		message: /'Tasks' has a value that does not exist/,
	},
];
