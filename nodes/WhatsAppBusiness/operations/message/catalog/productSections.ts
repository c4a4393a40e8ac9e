import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';

/** Products of a catalog in titled sections. Read with `readProductSections`. */
export const productSectionsField: INodeProperties = {
	displayName: 'Product Sections',
	name: 'productSections',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	required: true,
	placeholder: 'Add Product Section',
	default: {},
	description: `Up to ${limits.productSections} sections with up to ${limits.products} products in all`,
	options: [
		{
			displayName: 'Product Section',
			name: 'section',
			values: [
				{
					displayName: 'Section Title',
					name: 'sectionTitle',
					type: 'string',
					default: '',
					placeholder: 'e.g. Popular Bundles',
					description: `At most ${limits.productSectionTitle} characters. Required if there is more than one section.`,
				},
				{
					displayName: 'Product IDs',
					name: 'productIds',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. 2lc20305pt, nqryix03ez',
					description: 'Content IDs of the products in your catalog, separated by commas',
				},
			],
		},
	],
};

/**
 * The products as Meta's `sections`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products
 * @throws InputError for no or too many sections or products, or a title that is missing or too long.
 */
export function readProductSections(parameters: Parameters): RequestBody[] {
	const entries = parameters.list('productSections', 'section', 'Product Section', {
		min: 1,
		max: limits.productSections,
	});
	const sections = entries.map((section) => ({
		title: readTitle(section, entries.length > 1),
		product_items: section.texts('productIds').map((id) => ({ product_retailer_id: id })),
	}));
	const products = sections.flatMap(({ product_items }) => product_items).length;
	if (products > limits.products) {
		throw parameters.error(
			'productSections',
			`has ${products} products`,
			`WhatsApp allows at most ${limits.products} in all sections together.`,
		);
	}
	return sections;
}

function readTitle(section: Parameters, needed: boolean): string | undefined {
	const rule = { maxLength: limits.productSectionTitle };
	return needed ? section.text('sectionTitle', rule) : section.optionalText('sectionTitle', rule);
}
