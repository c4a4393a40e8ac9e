import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/product_catalogs`;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { method: 'GET', path, query: { limit: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request: { method: 'GET', path, query: { limit: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a limit of zero', parameters: { limit: 0 }, message: /'Limit' is out of range/ },
	{
		name: 'an account that is not an ID',
		parameters: { options: { wabaId: { __rl: true, mode: 'id', value: 'Lucky Shrub' } } },
		message: /'WhatsApp Business Account' is not the ID/,
	},
];
