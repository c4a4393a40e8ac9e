import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { path } from '../../graphApi/path';
import { pickPage } from '../../shared/listSearch/list';
import { catalogField, readCatalogId } from '../fields/catalog';
import { productFilter } from '../fields/productFilter';
import { currentParameters } from './currentParameters';

interface Product {
	name?: string;
	retailer_id: string;
}

/**
 * The products of the chosen catalog, for the 'Product' list. Meta searches them.
 * https://developers.facebook.com/docs/marketing-api/reference/product-catalog/products
 */
export async function searchProducts(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickPage<Product>(
		this,
		{
			endpoint: () => ({
				path: path`/${readCatalogId(currentParameters(this, [catalogField]))}/products`,
				on: 'catalog',
			}),
			query: { fields: 'name,retailer_id', filter: productFilter(filter) },
			item: ({ name, retailer_id }) => ({
				name: [name, retailer_id].filter(Boolean).join(' · '),
				value: retailer_id,
			}),
		},
		page,
	);
}
