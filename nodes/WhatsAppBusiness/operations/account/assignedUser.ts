import type { INodeProperties } from 'n8n-workflow';

import { readTypedId } from '../../fields/readId';
import type { Parameters } from '../../parameters/parameters';

/** The person or system user who may use an account. Read with `readUser`. */
export const userField: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1972555232742222',
	description: 'ID of a person or system user of your business portfolio',
};

/** @throws InputError when the field is empty or the ID is invalid. */
export function readUser(parameters: Parameters): string {
	return readTypedId(parameters, userField.name, {
		what: 'the ID of a user',
		where: 'Meta Business Settings shows it under Users, below the name.',
	});
}
