import type { INodeProperties } from 'n8n-workflow';

import { isUserId } from '../../../shared/userId';
import { isUuid } from '../../fields/kapsoIds';
import { personFilter, withoutPlus } from '../../fields/kapsoFilters';
import { readPerson } from '../../fields/person';
import type { Parameters } from '../../parameters/parameters';

/** A person whom Kapso does not know yet. Read with `readNewContact`. */
export const newContactField: INodeProperties = {
	...personFilter,
	displayName: 'Contact',
	name: 'newContact',
	required: true,
};

/** @throws InputError when the field is empty or has neither a number nor a user ID. */
export function readNewContact(parameters: Parameters): string {
	return withoutPlus(readPerson(parameters, newContactField.name));
}

/** A contact of the list, or anything that Kapso finds one by. Read with `readContact`. */
export const contactField: INodeProperties = {
	displayName: 'Contact',
	name: 'contact',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchKapsoContacts', searchable: true },
		},
		{
			displayName: 'By Number or ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. +1 650 555 1234',
			hint: "A phone number with country code, a business-scoped user ID, or Kapso's ID",
		},
	],
};

/**
 * What Kapso finds the contact by.
 * @throws InputError when the field is empty, or has neither a number nor an ID.
 */
export function readContact(parameters: Parameters): string {
	const { name } = contactField;
	const contact = parameters.optionalLocator(name);
	if (contact === undefined) {
		throw parameters.error(name, 'is empty', 'Choose a contact, or enter a number or an ID.');
	}
	if (isUuid(contact) || isUserId(contact)) return contact;
	const number = parameters.phoneNumber(contact, (what, todo) =>
		parameters.error(name, what, todo).with(contact),
	);
	return withoutPlus(number);
}
