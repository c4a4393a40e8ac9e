import type { INodeProperties } from 'n8n-workflow';

import { readTypedId } from '../../fields/readId';
import type { Parameters } from '../../parameters/parameters';

/** The account of a number. Read with `readAccountId`. */
export const accountField: INodeProperties = {
	displayName: 'Account ID',
	name: 'businessAccountId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 102290129340398',
	description: 'ID of the WhatsApp Business Account',
};

/** @throws InputError when the field is empty or has something else. */
export function readAccountId(parameters: Parameters): string {
	return readTypedId(parameters, accountField.name, {
		what: 'the ID of a WhatsApp Business Account',
		where: "'Kapso Phone Number: Get Many' returns it with each number.",
	});
}
