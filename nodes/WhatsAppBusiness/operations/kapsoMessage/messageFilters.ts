import type { INodeProperties } from 'n8n-workflow';

import { asObject } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject, Query } from '../../../graphApi/types';
import { kapsoMessageItem } from '../../../shared/items/kapsoMessage';
import { userKey } from '../../../shared/userKey';
import { personFilter, readPersonFilter } from '../../fields/kapsoFilters';
import {
	kapsoConversationField,
	kapsoNumberField,
	readOptionalKapsoNumber,
	readOptionalUuid,
} from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** Read with `listRequest`. */
export const messageFilters: INodeProperties[] = [
	{ ...kapsoConversationField, required: false },
	{
		displayName: 'Direction',
		name: 'direction',
		type: 'options',
		options: [
			{ name: 'Inbound', value: 'inbound' },
			{ name: 'Outbound', value: 'outbound' },
		],
		default: 'inbound',
	},
	{
		displayName: 'Has Media',
		name: 'hasMedia',
		type: 'boolean',
		default: true,
		description:
			'Whether to return messages with a file. If off, only messages without a file are returned.',
	},
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		options: [
			{ name: 'Audio', value: 'audio' },
			{ name: 'Contacts', value: 'contacts' },
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'Interactive', value: 'interactive' },
			{ name: 'Location', value: 'location' },
			{ name: 'Reaction', value: 'reaction' },
			{ name: 'Sticker', value: 'sticker' },
			{ name: 'Template', value: 'template' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video' },
		],
		default: 'text',
	},
	personFilter,
	{ ...kapsoNumberField, required: false },
	{
		displayName: 'Since',
		name: 'since',
		type: 'dateTime',
		default: '',
		description:
			"Return only messages from this time on. The filter 'Phone Number' is also needed.",
	},
	{
		displayName: 'Status',
		name: 'messageStatus',
		type: 'options',
		options: [
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Pending', value: 'pending' },
			{ name: 'Read', value: 'read' },
			{ name: 'Sent', value: 'sent' },
		],
		default: 'delivered',
	},
	{
		displayName: 'Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		description: "Return only messages up to this time. The filter 'Phone Number' is also needed.",
	},
];

/** What both lists filter by. */
function readShared(filters: Parameters): Query {
	return {
		conversation_id: readOptionalUuid(filters, kapsoConversationField),
		direction: filters.optionalChoice('direction'),
		status: filters.optionalChoice('messageStatus'),
	};
}

/** What only the list of all numbers filters by. */
function readContent(filters: Parameters): Query {
	return {
		...readPersonFilter(filters),
		message_type: filters.optionalChoice('messageType'),
		has_media: filters.optionalBoolean('hasMedia'),
	};
}

/** What only the list of one number filters by. */
function readTimes(filters: Parameters): Record<(typeof times)[number], string | undefined> {
	return { since: filters.optionalIsoTime('since'), until: filters.optionalIsoTime('until') };
}
const times = ['since', 'until'] as const;

/**
 * The request for the list of all numbers or, if there is a filter for the time, of one.
 * @throws InputError for an invalid filter, and for a time without a number.
 */
export function listRequest(parameters: Parameters): OperationRequest {
	const filters = parameters.group('filters');
	const number = readOptionalKapsoNumber(filters);
	const limits = readTimes(filters);
	const limited = times.find((name) => limits[name] !== undefined);
	if (limited === undefined) {
		return {
			method: 'GET',
			path: path`/whatsapp/messages`,
			...onPlatform,
			query: { phone_number_id: number, ...readShared(filters), ...readContent(filters) },
		};
	}
	if (number === undefined) {
		throw filters.error(
			limited,
			"needs the filter 'Phone Number'",
			'Kapso can only search by time in the messages of one number. Add that filter, or remove this one.',
		);
	}
	// Read to refuse what is invalid before anything is sent.
	readContent(filters);
	return {
		method: 'GET',
		path: path`/${number}/messages`,
		on: 'phoneNumber',
		base: 'proxy',
		query: { ...readShared(filters), ...limits, fields: 'kapso(default)' },
	};
}

/** Filters the list of one number by what Kapso does not. */
export function contentFilter(
	parameters: Parameters,
): ((message: JsonObject) => boolean) | undefined {
	const filters = parameters.group('filters');
	const limits = readTimes(filters);
	const content = readContent(filters);
	const isFiltered = Object.values(content).some((value) => value !== undefined);
	if (!isFiltered || times.every((name) => limits[name] === undefined)) return undefined;
	const { message_type, has_media, phone_number, business_scoped_user_id } = content;
	return (message) => {
		const { has_media: hasMedia = false } = asObject<JsonObject>(message.kapso);
		const { userId, customer } = kapsoMessageItem(message);
		return (
			(message_type === undefined || message.type === message_type) &&
			(has_media === undefined || hasMedia === has_media) &&
			(business_scoped_user_id === undefined || userId === business_scoped_user_id) &&
			(phone_number === undefined || customer === userKey(String(phone_number)))
		);
	};
}
