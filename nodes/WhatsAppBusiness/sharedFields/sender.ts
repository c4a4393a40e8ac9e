import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { pathSegment } from '../../graphApi/safePath';
import { InputError } from '../inputError';
import type { Parameters } from '../parameters';

export const senderField: INodeProperties = {
	displayName: 'Sender Number',
	name: 'senderPhoneNumberId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: "The number to send from, when it is not the credential's",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a number…',
			typeOptions: { searchListMethod: 'searchPhoneNumbers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 106540352242922',
			validation: [
				{
					type: 'regex',
					properties: { regex: '^[0-9]+$', errorMessage: 'A phone number ID has digits only' },
				},
			],
		},
	],
};

/** The same option where nothing is sent: the number that is read or changed. `readPhoneNumber` reads it. */
export const phoneNumberField: INodeProperties = {
	...senderField,
	displayName: 'Phone Number',
	description: "The number to use, when it is not the credential's",
};

/**
 * The phone-number ID to act as, ready for a path: the option's, or the credential's.
 * @throws InputError when neither is given or it is not an ID.
 */
export function readSender(parameters: Parameters, account: Account, field = senderField): string {
	const options = parameters.group('options');
	const chosen = options.optionalLocator(field.name);
	if (chosen === undefined && options.isSet(field.name)) {
		throw options.error(
			field.name,
			'is empty',
			"Choose a number, or remove the option to use the credential's.",
		);
	}
	return phoneNumberIdFor(chosen, account, field.displayName);
}

/** The same for an operation with `phoneNumberField`. */
export function readPhoneNumber(parameters: Parameters, account: Account): string {
	return readSender(parameters, account, phoneNumberField);
}

/**
 * The chosen phone-number ID, or the credential's when none is chosen, ready for a path.
 * @param field display name of the field in which another number can be chosen.
 * @throws InputError when neither is given or it is not an ID.
 */
export function phoneNumberIdFor(
	chosen: string | undefined,
	account: Account,
	field: string,
): string {
	const id = chosen ?? account.phoneNumberId;
	if (id === '') {
		throw new InputError(
			'Phone Number ID',
			'is empty in the credential',
			`Fill it in there, or choose a number in '${field}'.`,
		);
	}
	if (!/^\d+$/.test(id)) {
		throw new InputError(
			chosen ? field : 'Phone Number ID',
			'is not a phone-number ID',
			'The ID has digits only. Meta shows it under WhatsApp → API Setup, next to the number; it is not the phone number itself.',
		);
	}
	return pathSegment(id);
}
