import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { phoneNumberIdFor, senderField } from '../../shared/phoneNumberId';
import type { Parameters } from '../parameters/parameters';

/** The same option where nothing is sent: the number that is read or changed. `readPhoneNumber` reads it. */
export const phoneNumberField: INodeProperties = {
	...senderField,
	displayName: 'Phone Number',
	description: "The number to use, when it is not the credential's",
};

/**
 * The phone-number ID to act as: the option's, or the credential's.
 * @throws InputError when neither is given or it is not an ID.
 */
export function readSender(parameters: Parameters, account: Account, field = senderField): string {
	const options = parameters.group('options');
	const chosen = options.optionalLocator(field.name);
	if (chosen === undefined && options.isAdded(field.name)) {
		throw options.error(
			field.name,
			'is empty',
			"Choose a number, or remove the option to use the credential's.",
		);
	}
	return phoneNumberIdFor(chosen, account, field.displayName);
}

/** The same for an operation with `phoneNumberField`. */
export function readPhoneNumberId(parameters: Parameters, account: Account): string {
	return readSender(parameters, account, phoneNumberField);
}
