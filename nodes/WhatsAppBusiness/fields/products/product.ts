import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../parameters/parameters';
import { catalogField } from '../catalog';

/** One product by its ID, where no catalog is chosen that has a list. Read with `readProductId`. */
export const productIdField: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2lc20305pt',
	description: 'Content ID (SKU) of the product, as Commerce Manager shows it',
};

/** One product of the chosen catalog, from the list or by ID. Read with `readProduct`. */
export const productField: INodeProperties = {
	displayName: 'Product',
	name: productIdField.name,
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'A product of the catalog',
	typeOptions: { loadOptionsDependsOn: [`${catalogField.name}.value`] },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchProducts', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: productIdField.placeholder,
			hint: productIdField.description,
		},
	],
};

/** @throws InputError when the field is empty. */
export function readProductId(parameters: Parameters): string {
	return parameters.text(productIdField.name).trim();
}

/** @throws InputError when the field is empty. */
export function readProduct(parameters: Parameters): string {
	const id = parameters.optionalLocator(productField.name);
	if (id !== undefined) return id;
	throw parameters.error(productField.name, 'is empty', 'Choose one, or enter its ID.');
}
