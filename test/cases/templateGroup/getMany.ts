import { business } from '../../../simulator/business';
import { byId } from '../template/ids';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/template_groups`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: { method: 'GET', path, query: { limit: 50 } },
	},
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			options: { fields: ['name', 'description'], wabaId: byId(business.waba.id) },
		},
		request: { method: 'GET', path, query: { fields: 'name,description', limit: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a limit of zero', parameters: { limit: 0 }, message: /'Limit' is out of range/ },
	{
		name: 'an unknown field',
		parameters: { options: { fields: ['nope'] } },
		message: /'Fields' has a value that does not exist/,
	},
];
