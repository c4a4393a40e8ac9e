import type { INodeProperties } from 'n8n-workflow';

import { productField, readProduct } from './product';
import type { RequestBody } from '../../operation';
import { bySection, fieldsOrData, isFromData, readData } from '../fromData';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';

const titleField: INodeProperties = {
	displayName: 'Section Title',
	name: 'sectionTitle',
	type: 'string',
	default: '',
	placeholder: 'e.g. Popular Bundles',
	description: `At most ${limits.productSectionTitle} characters. Required if there is more than one section.`,
};

const idsField: INodeProperties = {
	displayName: 'Product IDs',
	name: 'productIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2lc20305pt, nqryix03ez',
	description: 'Content IDs of the products in your catalog, separated by commas',
};

const sectionFields = [titleField, idsField];

/** Products of a catalog in titled sections. */
export const productSectionsField: INodeProperties = {
	displayName: 'Product Sections',
	name: 'productSections',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	required: true,
	placeholder: 'Add Product Section',
	default: {},
	description: `Up to ${limits.productSections} sections with up to ${limits.products} products in all`,
	options: [{ displayName: 'Product Section', name: 'section', values: sectionFields }],
};

const fromData = {
	displayName: 'Products',
	specify: 'specifyProducts',
	data: 'productsData',
	entry: 'ID and section',
};

/** Products from the list of the catalog, beside those by ID. */
const pickedField: INodeProperties = {
	displayName: 'Products',
	name: 'products',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Product',
	default: {},
	description: 'Products from the list of the catalog. Those by ID come first.',
	options: [{ displayName: 'Product', name: 'product', values: [productField] }],
};

/** The products, entered by section or from data. Read with `readProductSections`. */
export const productSectionsFields = fieldsOrData(
	{
		...productSectionsField,
		options: [
			{
				displayName: 'Product Section',
				name: 'section',
				values: [titleField, { ...idsField, required: false }, pickedField],
			},
		],
	},
	fromData,
);

/**
 * The products as Meta's `sections`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products
 * @throws InputError for no or too many sections or products, or a title that is missing or too long.
 */
export function readProductSections(parameters: Parameters): RequestBody[] {
	const entries = readEntries(parameters);
	const sections = entries.map((section) => ({
		title: readTitle(section, entries.length > 1),
		product_items: readIds(section).map((id) => ({ product_retailer_id: id })),
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

function readEntries(parameters: Parameters): Parameters[] {
	if (!isFromData(parameters, fromData)) {
		return parameters.list('productSections', 'section', 'Product Section', {
			min: 1,
			max: limits.productSections,
		});
	}
	const data = readData(parameters, fromData.data, {
		fields: ['productIds'],
		inSections: ['products', 'productIds', 'product_items', 'rows'],
		max: limits.products,
	});
	const sections = bySection(data);
	if (sections.length > limits.productSections) {
		throw parameters.error(
			fromData.data,
			`has ${sections.length} sections`,
			`WhatsApp allows at most ${limits.productSections}.`,
		);
	}
	const values = sections.map(({ title, entries }) => ({
		sectionTitle: title,
		productIds: entries.map((entry) => entry.values.productIds),
	}));
	return parameters.entriesFrom(sectionFields, values, 'Product Section');
}

function readIds(section: Parameters): string[] {
	const picked = section.hasField(pickedField.name)
		? section.list(pickedField.name, 'product', 'Product').map(readProduct)
		: [];
	return [...section.texts('productIds', { min: picked.length === 0 ? 1 : 0 }), ...picked];
}

function readTitle(section: Parameters, needed: boolean): string | undefined {
	const rule = { maxLength: limits.productSectionTitle };
	return needed ? section.text('sectionTitle', rule) : section.optionalText('sectionTitle', rule);
}
