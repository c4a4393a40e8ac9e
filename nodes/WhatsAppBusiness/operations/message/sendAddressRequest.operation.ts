import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../operation';
import { addressProperties, readAddress } from './addressRequest/addressForm';
import { readSavedAddresses, savedAddressesField } from './addressRequest/savedAddresses';
import { readValidationErrors, validationErrorsField } from './addressRequest/validationErrors';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { sentMessage } from './sentMessage';

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
			description: 'Only where Meta still offers it: its latest documentation names only India',
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
		description: 'What is already filled in when the recipient opens the form',
		options: addressProperties,
	},
	savedAddressesField,
	validationErrorsField,
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
export const operation: Operation = {
	displayName: 'Send Address Request',
	action: 'Ask a person for a delivery address',
	description: 'Send a message with a form for a delivery address. Only in India and Singapore.',
	sendsMessages: true,
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
	output: sentMessage,
};
