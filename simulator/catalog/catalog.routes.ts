import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { pageOf } from '../graph/paging';
import { parsed } from '../graph/parsed';
import { validate } from '../graph/validation';
import { products } from './products';

const condition = z.partialRecord(
	z.enum(['name', 'retailer_id']),
	z.object({ i_contains: z.string() }),
);
const filterSchema = z.object({
	filter: z.union([
		z.object({ or: z.array(condition) }),
		condition.transform((one) => ({ or: [one] })),
	]),
});

/** @see https://developers.facebook.com/docs/marketing-api/reference/product-catalog/products */
export const listProducts = endpoint({
	method: 'GET',
	on: 'catalog',
	edge: 'products',
	handle: ({ simulator, query, url }) => {
		const { permissions } = simulator.settings.token;
		if (!permissions.some(({ scope }) => scope === 'catalog_management')) {
			throw new SimulatedGraphError(200);
		}
		const filter = query.get('filter');
		const matching = filter === null ? products : products.filter(matcher(filter));
		return pageOf(
			matching.map((product) =>
				selectFields(product, query.get('fields'), ['id', 'name', 'retailer_id'], 'ProductItem'),
			),
			url,
		);
	},
});

function matcher(text: string): (product: (typeof products)[number]) => boolean {
	const { filter } = validate(filterSchema, { filter: parsed(text) });
	return (product) =>
		filter.or.some((conditions) =>
			Object.entries(conditions).every(([name, rule]) =>
				product[name as 'name' | 'retailer_id']
					.toLowerCase()
					.includes(rule.i_contains.toLowerCase()),
			),
		);
}
