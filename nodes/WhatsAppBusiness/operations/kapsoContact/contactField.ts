import type { INodeProperties } from 'n8n-workflow';

import { personFilter } from '../../fields/kapsoFilters';
import { readPerson } from '../../fields/person';
import type { Parameters } from '../../parameters/parameters';

/** A contact, as a number or a user ID. Read with `readContact`. */
export const contactField: INodeProperties = {
	...personFilter,
	displayName: 'Contact',
	name: 'contact',
	required: true,
};

/** What Kapso finds the contact by. @throws InputError when the field is empty or has neither a number nor a user ID. */
export function readContact(parameters: Parameters): string {
	return readPerson(parameters, contactField.name).replace(/^\+/, '');
}
