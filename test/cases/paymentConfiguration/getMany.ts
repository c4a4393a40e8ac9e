import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/payment_configurations`;

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { method: 'GET', path } },
	{
		name: 'fullest',
		parameters: { options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } } },
		request: { method: 'GET', path },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a name instead of the account ID',
		parameters: { options: { wabaId: { __rl: true, mode: 'id', value: 'Lucky Shrub' } } },
		message: /'WhatsApp Business Account' is not the ID/,
	},
];
