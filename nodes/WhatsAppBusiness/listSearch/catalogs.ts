import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ofWaba, pickFrom } from '../../shared/listSearch/list';

interface Catalog {
	id: string;
	name?: string;
}

/**
 * The catalogs connected to the credential's WABA, for the 'Catalog' list.
 * https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/product_catalogs
 */
export async function searchCatalogs(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickFrom<Catalog>(
		this,
		{
			endpoint: ofWaba('product_catalogs'),
			query: { fields: 'id,name' },
			item: ({ id, name }) => ({ name: [name, id].filter(Boolean).join(' · '), value: id }),
		},
		filter,
		page,
	);
}
