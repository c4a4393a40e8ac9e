import { limits } from '../../../shared/limits';
import type { Operation } from '../../operation';
import { listField, moreContactFields, nameFields, phonesField } from './contacts/contactFields';
import { readContact } from './contacts/readContact';
import { freeFormFields, freeFormRequest } from './freeForm';
import { sentMessage } from './sentMessage';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
export const operation: Operation = {
	displayName: 'Send Contacts',
	action: 'Send a contacts message',
	description: 'Send one or more contacts that the recipient can save',
	sendsMessages: true,
	fields: freeFormFields([
		{
			...listField('Contacts', 'contacts', {
				displayName: 'Contact',
				name: 'contact',
				values: [
					...nameFields,
					phonesField,
					{
						displayName: 'More Fields',
						name: 'moreFields',
						type: 'collection',
						placeholder: 'Add Field',
						default: {},
						options: moreContactFields,
					},
				],
			}),
			required: true,
			description: `At most ${limits.contacts}. Each needs at least one part of a name.`,
		},
	]),
	request(parameters, account) {
		const contacts = parameters
			.list('contacts', 'contact', 'Contact', { min: 1, max: limits.contacts })
			.map(readContact);
		return freeFormRequest(parameters, account, 'contacts', contacts);
	},
	output: sentMessage,
};
