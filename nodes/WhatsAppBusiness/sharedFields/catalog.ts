import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters';

/** The catalog the products of a message come from. */
export const catalogField: INodeProperties = {
	displayName: 'Catalog',
	name: 'catalogId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'A catalog that is connected to your WhatsApp Business Account',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a catalog…',
			typeOptions: { searchListMethod: 'searchCatalogs', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 146265584024623',
			hint: 'Commerce Manager shows it below the name of the catalog',
			validation: [
				{
					type: 'regex',
					properties: { regex: '^[0-9]+$', errorMessage: 'A catalog ID has digits only' },
				},
			],
		},
	],
};

/** One product of the catalog. */
export const productField: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2lc20305pt',
	description: 'Content ID (SKU) of the product, as Commerce Manager shows it',
};

/** @throws InputError when none is chosen or it is not an ID. */
export function readCatalogId(parameters: Parameters): string {
	const id = parameters.optionalLocator('catalogId');
	if (id === undefined) {
		throw parameters.error('catalogId', 'is empty', 'Choose one, or enter its ID.');
	}
	if (!/^\d+$/.test(id)) {
		throw parameters.error(
			'catalogId',
			'is not a catalog ID',
			'The ID has digits only. Commerce Manager shows it below the name of the catalog.',
		);
	}
	return id;
}

/** @throws InputError when the field is empty. */
export function readProductId(parameters: Parameters): string {
	return parameters.text('productId').trim();
}
