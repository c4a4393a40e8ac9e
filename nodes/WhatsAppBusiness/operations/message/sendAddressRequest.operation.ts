import type { INodeProperties } from 'n8n-workflow';

import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { addressFields, addressProperties, readAddress } from './addressRequest/addressForm';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { checkUnique } from '../../fields/checkUnique';

const kind: InteractiveKind = {
	type: 'address_message',
	bodyExample: 'Where shall we deliver your order?',
	header: 'any',
	footer: true,
};

const country: INodeProperties = {
	displayName: 'Country',
	name: 'country',
	type: 'options',
	options: [
		{ name: 'India', value: 'IN' },
		{
			name: 'Singapore',
			value: 'SG',
			description: 'Only where Meta still offers it: its newest documentation names India alone',
		},
	],
	default: 'IN',
	description: 'Where the address is. Your business and the recipient must be in the same country.',
};

const options: INodeProperties[] = [
	{
		displayName: 'Prefilled Values',
		name: 'prefilledValues',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'What the form already holds when the recipient opens it',
		options: addressProperties,
	},
	{
		displayName: 'Saved Addresses',
		name: 'savedAddresses',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Address',
		default: {},
		description: 'Addresses of the recipient that you know, to choose from instead of typing',
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
						description: 'Text of your choice that the webhook brings when the address is chosen',
					},
					...addressProperties,
				],
			},
		],
	},
	{
		displayName: 'Validation Errors',
		name: 'validationErrors',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Error',
		default: {},
		description:
			'What was wrong with the address sent before. The form stays open until it is mended.',
		options: [
			{
				displayName: 'Error',
				name: 'error',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'options',
						options: addressFields.map(({ displayName, key }) => ({
							name: displayName,
							value: key,
						})),
						// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-options -- the options are derived
						default: 'in_pin_code',
					},
					{
						displayName: 'Message',
						name: 'message',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. We could not find this pin code',
						description: 'What the recipient reads at the field',
					},
				],
			},
		],
	},
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
export const operation: Operation = {
	displayName: 'Send Address Request',
	action: 'Ask a person for a delivery address',
	description: 'Send a message with a form for a delivery address. Only in India and Singapore.',
	fields: interactiveFields(kind, [country], options),
	request(parameters, account) {
		const chosen = parameters.group('options');
		const countryCode = parameters.choice('country');
		return interactiveRequest(parameters, account, kind, {
			name: 'address_message',
			parameters: {
				country: countryCode,
				values: readAddress(chosen.group('prefilledValues'), countryCode),
				saved_addresses: readSavedAddresses(chosen, countryCode),
				validation_errors: readValidationErrors(chosen, countryCode),
			},
		});
	},
};

function readSavedAddresses(
	parameters: Parameters,
	countryCode: string,
): RequestBody[] | undefined {
	const entries = parameters.list('savedAddresses', 'address', 'Address');
	const addresses = entries.map((entry) => {
		const id = entry.text('id').trim();
		const value = readAddress(entry, countryCode);
		if (value === undefined) {
			throw entry.error('id', 'stands alone', 'Fill in at least one field of the address.');
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

function readValidationErrors(
	parameters: Parameters,
	countryCode: string,
): RequestBody | undefined {
	const entries = parameters.list('validationErrors', 'error', 'Error');
	const errors = entries.map((entry) => {
		const field = entry.choice('field');
		const { countries = [] } = addressFields.find(({ key }) => key === field) ?? {};
		if (!countries.includes(countryCode)) {
			throw entry.error('field', 'is not in the form of the country', 'Choose another field.');
		}
		return [field, entry.text('message')] as const;
	});
	checkUnique(
		entries,
		'field',
		errors.map(([field]) => field),
	);
	return errors.length === 0 ? undefined : Object.fromEntries(errors);
}
