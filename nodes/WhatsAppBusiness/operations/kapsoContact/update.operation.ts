import { path } from '../../../graphApi/path';
import { checkChanges } from '../../fields/checkChanges';
import { onPlatform, updateFieldsField } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { contactField, readContact } from './contactField';
import { contactFields, namesIn, readContactFields } from './contactFields';

/** https://docs.kapso.ai/api/platform/v1/contacts/update-contact */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a Kapso contact',
	description: 'Change what Kapso keeps of a person',
	fields: [contactField, updateFieldsField(contactFields)],
	request(parameters) {
		const contact = readContactFields(parameters.group('updateFields'));
		checkChanges(parameters, 'updateFields', contact);
		return {
			method: 'PATCH',
			path: path`/whatsapp/contacts/${readContact(parameters)}`,
			...onPlatform,
			body: { contact },
			secrets: namesIn(contact),
			idempotent: true,
		};
	},
};
