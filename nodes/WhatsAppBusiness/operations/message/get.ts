import { pathSegment } from '../../../graphApi/safePath';
import type { Operation } from '../../operation';
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
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. wamid.HBgLMTY0NjcwNDM1OTUVAgASGBQzQTBCNTg5RDA2QzM4NDQ4RDlCQwA=',
			description: 'ID of the message, as sending it or a webhook gave it',
		},
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
			path: `/${pathSegment(parameters.text('messageId').trim())}`,
			query: fields === undefined ? undefined : { fields },
		};
	},
};
