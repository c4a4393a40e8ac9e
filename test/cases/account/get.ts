import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}`;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { method: 'GET', path } },
	{
		name: 'fullest',
		parameters: {
			options: {
				fields: ['name', 'health_status', 'is_enabled_for_insights'],
				wabaId: { __rl: true, mode: 'id', value: business.waba.id },
			},
		},
		request: {
			method: 'GET',
			path,
			query: { fields: 'name,health_status,is_enabled_for_insights' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'an account that is not an ID',
		parameters: { options: { wabaId: { __rl: true, mode: 'id', value: 'Lucky Shrub' } } },
		message: /'WhatsApp Business Account' is not the ID/,
	},
];
