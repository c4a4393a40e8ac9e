import { path } from '../../../graphApi/path';
import { catalogField, readCatalogId } from '../../fields/catalog';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { productFilter } from '../../fields/productFilter';
import type { Operation } from '../../operation';

const usualFields =
	'id,retailer_id,name,description,availability,price,sale_price,currency,url,image_url';

/** https://developers.facebook.com/docs/marketing-api/reference/product-catalog/products */
export const operation: Operation = {
	displayName: 'Get Products',
	action: 'Get the products of a catalog',
	description:
		"List the products of a catalog with the content IDs (retailer_id) that messages need. The token needs the permission 'catalog_management'.",
	fields: [
		catalogField,
		...listFields,
		optionsField([
			fieldChoice(
				{
					availability: 'Availability',
					brand: 'Brand',
					category: 'Category',
					condition: 'Condition',
					currency: 'Currency',
					description: 'Description',
					id: 'ID',
					image_url: 'Image URL',
					inventory: 'Inventory',
					name: 'Name',
					price: 'Price',
					retailer_id: 'Retailer ID',
					review_status: 'Review Status',
					sale_price: 'Sale Price',
					url: 'URL',
					visibility: 'Visibility',
				},
				'the usual ones are returned',
			),
			{
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. aloe',
				description: 'Only products whose name or content ID contains this text',
			},
		]),
	],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/${readCatalogId(parameters)}/products`,
		on: 'catalog',
		query: {
			...fieldsQuery(parameters, usualFields),
			filter: productFilter(parameters.group('options').optionalText('search')),
		},
	}),
};
