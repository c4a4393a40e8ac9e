import type { ListRule } from '../parameters/parameterRules';
import type { Parameters } from '../parameters/parameters';
import { isUserId } from './recipient';
import { parsePhoneNumber } from '../../shared/phoneNumber';

/**
 * The people a field lists: phone numbers as `+` and digits, business-scoped user IDs as they are.
 * @param rule how many there may be.
 * @throws InputError when there are none or too many, or an entry is neither of the two.
 */
export function readRecipients(parameters: Parameters, name: string, rule?: ListRule): string[] {
	return parameters
		.texts(name, rule)
		.map((text, index) => (isUserId(text) ? text : readEntry(parameters, name, text, index)));
}

/**
 * The phone numbers a field lists, as `+` and digits.
 * @throws InputError when there are none, or an entry is no phone number with its country code.
 */
export function readPhoneNumbers(parameters: Parameters, name: string): string[] {
	return parameters.texts(name).map((text, index) => readEntry(parameters, name, text, index));
}

function readEntry(parameters: Parameters, name: string, text: string, index: number): string {
	return parsePhoneNumber(text, (what, todo) =>
		parameters.error(name, `(entry ${index + 1}) ${what}`, todo),
	);
}
