import type { INodeProperties } from 'n8n-workflow';

import { checkUnique } from '../../../fields/checkUnique';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { addressProperties, readAddress } from './addressForm';

export const savedAddressesField: INodeProperties = {
	displayName: 'Saved Addresses',
	name: 'savedAddresses',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Address',
	default: {},
	description: 'Known addresses of the recipient to choose from instead of typing',
	options: [
		{
			displayName: 'Address',
			name: 'address',
			values: [
				{
					displayName: 'Address ID',
					name: 'id',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. home',
					description: 'Text of your choice that the webhook contains when the address is chosen',
				},
				...addressProperties,
			],
		},
	],
};

export function readSavedAddresses(
	parameters: Parameters,
	countryCode: string,
): RequestBody[] | undefined {
	const entries = parameters.list('savedAddresses', 'address', 'Address');
	const addresses = entries.map((entry) => {
		const id = entry.text('id').trim();
		const value = readAddress(entry, countryCode);
		if (value === undefined) {
			throw entry.error('id', 'has no address', 'Fill in at least one field of the address.');
		}
		return { id, value };
	});
	checkUnique(
		entries,
		'id',
		addresses.map(({ id }) => id),
	);
	return addresses.length === 0 ? undefined : addresses;
}
