import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const businessId = business.portfolio.id;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { businessId },
		request: {
			method: 'GET',
			path: `/${businessId}/owned_whatsapp_business_accounts`,
			query: { limit: 50 },
		},
	},
	{
		name: 'fullest',
		parameters: {
			businessId: ` ${businessId} `,
			accounts: 'client_whatsapp_business_accounts',
			returnAll: true,
			options: { fields: ['id', 'name', 'account_review_status'] },
		},
		request: {
			method: 'GET',
			path: `/${businessId}/client_whatsapp_business_accounts`,
			query: { fields: 'id,name,account_review_status', limit: 100 },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing portfolio', parameters: {}, message: /'Business Portfolio ID' is empty/ },
	{
		name: 'the name of a portfolio',
		parameters: { businessId: 'Lucky Shrub' },
		message: /'Business Portfolio ID' is not the ID of a business portfolio/,
	},
	{
		name: 'accounts that do not exist',
		parameters: { businessId, accounts: 'all' },
		message: /'Accounts' has a value that does not exist/,
	},
];
