import { path } from '../../../graphApi/path';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { contactField, readContact } from './contactField';

/** https://docs.kapso.ai/api/platform/v1/contacts/erase-contact */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a Kapso contact',
	description: 'Erase everything that Kapso keeps of a person. It cannot be undone.',
	fields: [contactField],
	request: (parameters) => ({
		method: 'DELETE',
		path: path`/whatsapp/contacts/${readContact(parameters)}`,
		...onPlatform,
	}),
	output: () => ({ deleted: true }),
};
