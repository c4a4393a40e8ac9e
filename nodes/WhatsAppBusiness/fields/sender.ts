import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import { phoneNumberIdFor, senderField } from '../../shared/phoneNumberId';
import type { Parameters } from '../parameters/parameters';

/** The option that chooses the phone number to read or change. Read with `readPhoneNumberId`. */
export const phoneNumberField: INodeProperties = {
	...senderField,
	displayName: 'Phone Number',
	description: "The number to use instead of the credential's",
};

/**
 * The phone number ID from the option, or from the credential.
 * @throws InputError when neither has one, or the ID is invalid.
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

/** The same for `phoneNumberField`. */
export function readPhoneNumberId(parameters: Parameters, account: Account): string {
	return readSender(parameters, account, phoneNumberField);
}
