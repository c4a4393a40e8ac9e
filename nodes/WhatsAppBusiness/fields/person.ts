import type { INodeProperties } from 'n8n-workflow';

import { isUserId } from '../../shared/userId';
import type { Parameters } from '../parameters/parameters';
import { emptyMeans, readCustomerName } from './customer';
import { numberHint } from './recipients';

/** A person to send to or to call. Read with `readPerson`. */
export const personField: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '',
	placeholder: 'e.g. +1 650 555 1234',
	hint: numberHint,
	description: `Phone number with country code, in any common format, or business-scoped user ID, such as US.13491208655302741918. ${emptyMeans}.`,
};

/**
 * Reads a person: a business-scoped user ID as it is, a phone number as `+` and digits.
 * @param field its name, if it is not `personField`.
 * @throws InputError when the field is empty and nobody wrote, or it has neither a phone number nor a user ID.
 */
export function readPerson(parameters: Parameters, field: string = personField.name): string {
	const person = readCustomerName(parameters, field);
	if (isUserId(person)) return person;
	return parameters.phoneNumber(person, (what, todo) =>
		parameters.error(field, what, todo).with(person),
	);
}
