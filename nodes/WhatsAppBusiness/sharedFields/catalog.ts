import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters';

/** The catalog the products of a message come from. */
export const catalogField: INodeProperties = {
	displayName: 'Catalog ID',
	name: 'catalogId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 146265584024623',
	description:
		'ID of the catalog that is connected to your WhatsApp Business Account, as Commerce Manager shows it',
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

/** @throws InputError when the field is empty or not an ID. */
export function readCatalogId(parameters: Parameters): string {
	const id = parameters.text('catalogId').trim();
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
