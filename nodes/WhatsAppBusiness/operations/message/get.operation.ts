import type { Operation } from '../../operation';
import { fieldList, readFieldList } from '../../fields/fieldChoice';
import { messageIdField, readMessageId } from './messageId';
import { optionsField } from '../../fields/options';
import { path } from '../../../graphApi/path';

/**
 * Meta lists no such call in its reference of the Cloud API; some accounts and gateways answer it.
 * https://developers.facebook.com/docs/graph-api/overview#nodes
 */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a message',
	description:
		"Get what the API tells about a message. Meta offers this to few accounts and keeps no message texts: use the trigger's webhooks to receive messages and statuses.",
	fields: [
		messageIdField,
		optionsField([{ ...fieldList, placeholder: 'e.g. message_status,timestamp' }]),
	],
	request(parameters) {
		const fields = readFieldList(parameters);
		return {
			method: 'GET',
			path: path`/${readMessageId(parameters)}`,
			query: fields === undefined ? undefined : { fields },
		};
	},
};
