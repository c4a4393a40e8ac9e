import { path } from '../../../graphApi/path';
import { onPlatform } from '../../fields/kapsoPlatform';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import { newContactField, readNewContact } from './contactField';
import { contactFields, namesIn, readContactFields } from './contactFields';

/** https://docs.kapso.ai/api/platform/v1/contacts/create-contact */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a Kapso contact',
	description: 'Add a person before they have written',
	fields: [newContactField, optionsField(contactFields)],
	request(parameters) {
		const details = readContactFields(parameters.group('options'));
		return {
			method: 'POST',
			path: path`/whatsapp/contacts`,
			...onPlatform,
			body: { contact: { wa_id: readNewContact(parameters), ...details } },
			secrets: namesIn(details),
		};
	},
};
