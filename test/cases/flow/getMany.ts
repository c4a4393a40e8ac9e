import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/flows`;

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
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request: { method: 'GET', path, query: { limit: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a negative limit', parameters: { limit: -1 }, message: /'Limit' is out of range/ },
	{
		name: 'a name instead of the account ID',
		parameters: { options: { wabaId: { __rl: true, mode: 'id', value: 'Lucky Shrub' } } },
		message: /'WhatsApp Business Account' is not the ID/,
	},
];
