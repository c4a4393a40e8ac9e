import { path } from '../../../graphApi/path';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { contactField, readContact } from './contactField';

/** https://docs.kapso.ai/api/platform/v1/contacts/get-contact */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a Kapso contact',
	description: 'Get what Kapso keeps of a person',
	fields: [contactField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/contacts/${readContact(parameters)}`,
		...onPlatform,
	}),
};
