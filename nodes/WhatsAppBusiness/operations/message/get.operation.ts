import type { Operation } from '../../operation';
import { fieldList, readFieldList } from '../../fields/fieldChoice';
import { messageIdField, readMessageId } from '../../fields/messageId';
import { optionsField } from '../../fields/options';
import { path } from '../../../graphApi/path';

/**
 * Not in Meta's Cloud API reference, but some accounts and gateways support it.
 * https://developers.facebook.com/docs/graph-api/overview#nodes
 */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a message',
	description:
		'Get what the API knows about a message, without its text. Meta offers this to few accounts. To receive messages and statuses, use the trigger.',
	fields: [
		messageIdField,
		optionsField([{ ...fieldList, placeholder: 'e.g. message_status,timestamp' }]),
	],
	request(parameters) {
		const fields = readFieldList(parameters);
		return {
			method: 'GET',
			path: path`/${readMessageId(parameters)}`,
			on: 'message',
			query: fields === undefined ? undefined : { fields },
		};
	},
};
