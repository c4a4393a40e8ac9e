import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/subscribed_apps`;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { method: 'DELETE', path } },
	{
		name: 'fullest',
		parameters: { options: { wabaId: { __rl: true, mode: 'list', value: business.waba.id } } },
		request: { method: 'DELETE', path },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'an account that is not an ID',
		parameters: { options: { wabaId: { __rl: true, mode: 'id', value: 'Lucky Shrub' } } },
		message: /'WhatsApp Business Account' is not the ID/,
	},
];
