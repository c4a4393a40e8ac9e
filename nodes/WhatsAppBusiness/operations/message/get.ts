import { pathSegment } from '../../../graphApi/safePath';
import type { Operation } from '../../operation';
import { messageIdField, readMessageId } from '../../sharedFields/messageId';
import { optionsField } from '../../sharedFields/options';

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
		optionsField([
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'string',
				default: '',
				placeholder: 'e.g. message_status,timestamp',
				description:
					'Which fields to return, separated by commas. If empty, Meta returns its default fields.',
			},
		]),
	],
	request(parameters) {
		const fields = parameters.group('options').optionalText('fields')?.replace(/\s/g, '');
		return {
			method: 'GET',
			path: `/${pathSegment(readMessageId(parameters))}`,
			query: fields === undefined ? undefined : { fields },
		};
	},
};
