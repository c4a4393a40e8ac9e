import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import type { Parameters } from '../parameters/parameters';
import { idLocator, idOrCredentials } from './idLocator';

export const senderField = idLocator({
	displayName: 'Sender Number',
	name: 'senderPhoneNumberId',
	description: "The number to send from, when it is not the credential's",
	searchListMethod: 'searchPhoneNumbers',
	placeholder: 'Select a number…',
	exampleId: '106540352242922',
});

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
	const credential = { id: account.phoneNumberId, field: 'Phone Number ID' };
	return idOrCredentials(chosen, field, credential, {
		what: 'a phone-number ID',
		where:
			'Meta shows it under WhatsApp → API Setup, next to the number; it is not the phone number itself.',
	});
}
