import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/phone_numbers`;
const simpleFields =
	'id,display_phone_number,verified_name,quality_rating,status,name_status,code_verification_status';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: { method: 'GET', path, query: { fields: simpleFields, limit: 50 } },
	},
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			simplify: true,
			options: {
				accountMode: 'LIVE',
				fields: ['id', 'health_status'],
				officialBusinessAccount: false,
				sort: 'last_onboarded_time.desc',
				wabaId: { __rl: true, mode: 'id', value: business.waba.id },
			},
		},
		request: {
			method: 'GET',
			path,
			query: {
				fields: 'id,health_status',
				filtering:
					'[{"field":"account_mode","operator":"EQUAL","value":"LIVE"},{"field":"is_official_business_account","operator":"EQUAL","value":false}]',
				sort: 'last_onboarded_time.desc',
				limit: 100,
			},
		},
	},
	{
		name: 'as the API gives them',
		parameters: { limit: 5, simplify: false },
		request: { method: 'GET', path, query: { limit: 5 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a limit of zero', parameters: { limit: 0 }, message: /'Limit' is out of range/ },
	{
		name: 'an order that does not exist',
		parameters: { options: { sort: 'name.asc' } },
		message: /'Sort' has a value that does not exist/,
	},
];
