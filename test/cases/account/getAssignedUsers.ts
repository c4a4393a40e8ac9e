import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const businessId = business.portfolio.id;
const path = `/${business.waba.id}/assigned_users`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { businessId },
		request: { method: 'GET', path, query: { business: businessId, limit: 50 } },
	},
	{
		name: 'fullest',
		parameters: {
			businessId,
			returnAll: true,
			options: { wabaId: { __rl: true, mode: 'id', value: business.waba.id } },
		},
		request: { method: 'GET', path, query: { business: businessId, limit: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing portfolio', parameters: {}, message: /'Business Portfolio ID' is empty/ },
	{
		name: 'a name instead of the account ID',
		parameters: {
			businessId,
			options: { wabaId: { __rl: true, mode: 'id', value: 'Lucky Shrub' } },
		},
		message: /'WhatsApp Business Account' is not the ID/,
	},
];
