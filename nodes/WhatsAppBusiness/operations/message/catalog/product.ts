import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { idLocator } from '../../../../shared/idLocator';
import { readId } from '../../../fields/readId';

/** The catalog of the products in a message. Read with `readCatalogId`. */
export const catalogField = idLocator({
	displayName: 'Catalog',
	name: 'catalogId',
	required: true,
	description: 'A catalog that is connected to your WhatsApp Business Account',
	searchListMethod: 'searchCatalogs',
	placeholder: 'Select a catalog…',
	exampleId: '146265584024623',
	hint: 'Commerce Manager shows it below the catalog name',
});

/** One product of the catalog. Read with `readProductId`. */
export const productField: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2lc20305pt',
	description: 'Content ID (SKU) of the product, as Commerce Manager shows it',
};

/** @throws InputError when the field is empty or the ID is invalid. */
export function readCatalogId(parameters: Parameters): string {
	return readId(parameters, catalogField.name, {
		what: 'a catalog ID',
		where: 'Commerce Manager shows it below the catalog name.',
	});
}

/** @throws InputError when the field is empty. */
export function readProductId(parameters: Parameters): string {
	return parameters.text('productId').trim();
}
