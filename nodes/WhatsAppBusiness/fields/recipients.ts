import type { ListRule } from '../parameters/parameterRules';
import type { Parameters } from '../parameters/parameters';
import { isUserId } from '../../shared/userId';

/** Below a field with one number. */
export const numberHint = "With country code, except in the credential's Default Country";

/**
 * Reads a list of people: phone numbers become `+` and digits, business-scoped user IDs stay as they are.
 * @param rule how many there may be.
 * @throws InputError for too few or too many entries, or an invalid one.
 */
export function readRecipients(parameters: Parameters, name: string, rule?: ListRule): string[] {
	return parameters
		.texts(name, rule)
		.map((text, index) => (isUserId(text) ? text : readEntry(parameters, name, text, index)));
}

/**
 * A person as lists of groups and blocked users name them.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#remove-group-participants
 */
export function listedUser(recipient: string): { user: string } | { user_id: string } {
	return isUserId(recipient) ? { user_id: recipient } : { user: recipient };
}

/**
 * Reads a list of phone numbers as `+` and digits.
 * @throws InputError when the list is empty, or an entry is not a phone number with its country code.
 */
export function readPhoneNumbers(parameters: Parameters, name: string): string[] {
	return parameters.texts(name).map((text, index) => readEntry(parameters, name, text, index));
}

function readEntry(parameters: Parameters, name: string, text: string, index: number): string {
	return parameters.phoneNumber(text, (what, todo) =>
		parameters.error(name, `(entry ${index + 1}) ${what}`, todo).with(text),
	);
}
