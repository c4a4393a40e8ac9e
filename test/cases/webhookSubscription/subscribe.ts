import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/subscribed_apps`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		example: 'POST /{WABA-ID}/subscribed_apps › basic_subscription',
		parameters: {},
		request: { method: 'POST', path, body: {} },
	},
	{
		name: 'fullest',
		parameters: { options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } } },
		request: { method: 'POST', path, body: {} },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'an account that is not an ID',
		parameters: { options: { wabaId: { __rl: true, mode: 'id', value: 'Lucky Shrub' } } },
		message: /'WhatsApp Business Account' is not the ID/,
	},
];
