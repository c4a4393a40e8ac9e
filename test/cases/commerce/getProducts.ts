import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const { id } = business.catalog;
const catalogId = { __rl: true, mode: 'id', value: id };
const path = `/${id}/products`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { catalogId },
		request: {
			method: 'GET',
			path,
			query: {
				fields:
					'id,retailer_id,name,description,availability,price,sale_price,currency,url,image_url',
				limit: 50,
			},
		},
	},
	{
		name: 'fullest',
		parameters: {
			catalogId,
			returnAll: true,
			options: { fields: ['name', 'retailer_id', 'inventory'], search: ' aloe ' },
		},
		request: {
			method: 'GET',
			path,
			query: {
				fields: 'name,retailer_id,inventory',
				filter: '{"or":[{"name":{"i_contains":"aloe"}},{"retailer_id":{"i_contains":"aloe"}}]}',
				limit: 100,
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing catalog', parameters: {}, message: /'Catalog' is empty/ },
	{
		name: 'the name of a catalog',
		parameters: { catalogId: { __rl: true, mode: 'id', value: 'Plants' } },
		message: /'Catalog' is not a catalog ID/,
	},
];
