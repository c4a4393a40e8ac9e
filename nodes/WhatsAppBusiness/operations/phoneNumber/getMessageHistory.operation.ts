import type { IDataObject } from 'n8n-workflow';

import { asObject } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import type { Operation } from '../../operation';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

const messageFields =
	'id,message_id,events{id,delivery_status,webhook_update_state,timestamp,application,webhook_uri,error_description}';
const eventFields =
	'cursor,node{id,delivery_status,error_description,occurrence_timestamp,status_timestamp,application}';

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-message-history-api and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/message-history/whatsapp-business-message-history-events-api
 */
export const operation: Operation = {
	displayName: 'Get Message History',
	action: 'Get the message history of a number',
	description:
		"Get what became of sent messages, and whether your webhook was told. 'Events of a Message' returns each step of one message as an item.",
	fields: [
		{
			displayName: 'Return',
			name: 'historyOf',
			type: 'options',
			options: [
				{ name: 'Events of a Message', value: 'events', description: 'By the ID of its history' },
				{ name: 'Messages', value: 'messages', description: 'Each with its latest events' },
			],
			default: 'messages',
		},
		{
			displayName: 'History ID',
			name: 'historyId',
			type: 'string',
			required: true,
			displayOptions: { show: { historyOf: ['events'] } },
			default: '',
			placeholder: 'e.g. 1234567890123456',
			description: 'ID of a message as this operation lists it, not the one that begins with wamid',
		},
		...listFields,
		optionsField([
			{
				displayName: 'Delivery Status',
				name: 'deliveryStatus',
				type: 'options',
				options: [
					{ name: 'Deleted', value: 'DELETED' },
					{ name: 'Delivered', value: 'DELIVERED' },
					{ name: 'Failed', value: 'FAILED' },
					{ name: 'Read', value: 'READ' },
					{ name: 'Sent', value: 'SENT' },
				],
				displayOptions: { show: { '/historyOf': ['events'] } },
				default: 'FAILED',
				description: 'Only events with this status',
			},
			{
				displayName: 'Message ID',
				name: 'messageId',
				type: 'string',
				displayOptions: { show: { '/historyOf': ['messages'] } },
				default: '',
				placeholder: 'e.g. wamid.HBgLMTY0NjcwNDM1OTUVAgASGBQzQTBCNTg5RDA2QzM4NDQ4RDlCQwA=',
				description: 'Only the message with this ID',
			},
			{ ...phoneNumberField, displayOptions: { show: { '/historyOf': ['messages'] } } },
		]),
	],
	list: true,
	request(parameters, account) {
		const options = parameters.group('options');
		if (parameters.choice('historyOf') === 'events') {
			const id = parameters.text('historyId', {
				pattern: {
					regex: /^\s*\d+\s*$/,
					description: "the 'id' that this operation returns for a message, which has digits only",
				},
			});
			return {
				method: 'GET',
				path: path`/${id.trim()}/events`,
				on: 'messageHistory',
				query: { fields: eventFields, status_filter: options.optionalChoice('deliveryStatus') },
			};
		}
		return {
			method: 'GET',
			path: path`/${readPhoneNumberId(parameters, account)}/message_history`,
			on: 'phoneNumber',
			query: { fields: messageFields, message_id: options.optionalText('messageId')?.trim() },
		};
	},
	output({ node, events, ...entry }): IDataObject {
		if (node !== undefined) return asObject<IDataObject>(node);
		return { ...entry, events: asObject<JsonObject>(events).data ?? [] };
	},
};
