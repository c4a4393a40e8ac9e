import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { amount, amountField, readHundredths } from '../amount';
import { postalAddressFields, readPostalAddress } from './postalAddress';
import { readMediaUrl } from '../mediaUrl';

const moreFields: INodeProperties[] = [
	{
		displayName: 'Country of Origin',
		name: 'countryOfOrigin',
		type: 'string',
		default: '',
		placeholder: 'e.g. India',
		description: 'Where the item was made. Required in India for items that are not in a catalog.',
	},
	{
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/plant.jpg',
		description: `URL of a JPEG or PNG image of an item that is not in a catalog. With images, an order can have at most ${limits.orderItemsWithImages} items.`,
	},
	{
		displayName: 'Importer Address',
		name: 'importerAddress',
		type: 'fixedCollection',
		placeholder: 'Add Importer Address',
		default: {},
		description: 'Required in India for items that are not in a catalog',
		options: [{ displayName: 'Address', name: 'address', values: postalAddressFields }],
	},
	{
		displayName: 'Importer Name',
		name: 'importerName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Lucky Shrub Imports',
		description: 'The importing company. Required in India for items that are not in a catalog.',
	},
	{
		displayName: 'Product ID',
		name: 'retailerId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2lc20305pt',
		description: "The item's content ID (SKU) in your catalog. Required in Brazil.",
	},
	amountField('Sale Price', 'salePrice', {
		description: 'Lower price per unit, shown next to the crossed-out price and used for the total',
	}),
];

export const itemsField: INodeProperties = {
	displayName: 'Items',
	name: 'items',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Item',
	default: {},
	description:
		'What is ordered. In Brazil, you can leave it empty and add the option Total Amount instead.',
	options: [
		{
			displayName: 'Item',
			name: 'item',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Aloe vera',
					description: `At most ${limits.orderText} characters`,
				},
				amountField('Price', 'price', {
					required: true,
					description: 'Price per unit, e.g. 12.34',
				}),
				{
					displayName: 'Quantity',
					name: 'quantity',
					type: 'number',
					typeOptions: { minValue: 1, numberPrecision: 0 },
					required: true,
					default: 1,
				},
				{
					displayName: 'More Fields',
					name: 'moreFields',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: moreFields,
				},
			],
		},
	],
};

export interface Items {
	/** Their total price in hundredths. */
	subtotal: number;
	/** Meta's objects, for the `order`. */
	objects: RequestBody[];
}

/**
 * Reads the items of an order.
 * @param rule what the order requires of every item.
 * @throws InputError for an invalid field, or an image where Meta allows none.
 */
export function readItems(
	parameters: Parameters,
	rule: { productIdNeeded: boolean; inCatalog: boolean },
): Items {
	const items = parameters.list('items', 'item', 'Item');
	const read = items.map((item) => readItem(item, rule));
	if (read.length > limits.orderItemsWithImages && read.some(({ object }) => object.image)) {
		throw parameters.error(
			'items',
			`has ${read.length} entries, some with an image`,
			`Remove the images, or send at most ${limits.orderItemsWithImages} items.`,
		);
	}
	return {
		subtotal: read.reduce((sum, { hundredths }) => sum + hundredths, 0),
		objects: read.map(({ object }) => object),
	};
}

function readItem(
	item: Parameters,
	{ productIdNeeded, inCatalog }: { productIdNeeded: boolean; inCatalog: boolean },
): { hundredths: number; object: RequestBody } {
	const more = item.group('moreFields');
	const price = readHundredths(item, 'price');
	const salePrice = more.hasValue('salePrice') ? readHundredths(more, 'salePrice') : undefined;
	if (salePrice !== undefined && salePrice >= price) {
		throw more.error('salePrice', 'is not lower than the price', 'Lower it, or remove it.');
	}
	const quantity = item.number('quantity', { min: 1, integer: true });
	const retailerId = productIdNeeded ? more.text('retailerId') : more.optionalText('retailerId');
	if (more.hasValue('imageUrl') && (retailerId !== undefined || inCatalog)) {
		throw more.error(
			'imageUrl',
			'is set for an item in a catalog',
			'Remove it, or remove Product ID and Catalog ID.',
		);
	}
	const importerAddress = more.entry('importerAddress', 'address');
	return {
		hundredths: (salePrice ?? price) * quantity,
		object: {
			retailer_id: retailerId?.trim(),
			name: item.text('name', { maxLength: limits.orderText }),
			image: more.hasValue('imageUrl') ? { link: readMediaUrl(more, 'imageUrl') } : undefined,
			amount: { ...amount(price) },
			sale_amount: salePrice === undefined ? undefined : { ...amount(salePrice) },
			quantity,
			country_of_origin: more.optionalText('countryOfOrigin'),
			importer_name: more.optionalText('importerName'),
			importer_address: importerAddress && readPostalAddress(importerAddress),
		},
	};
}
