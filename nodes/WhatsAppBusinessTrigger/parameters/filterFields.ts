import type { INodeProperties } from 'n8n-workflow';

import type { FilterValues } from '../filters/filterValues';
import { messageTypes } from '../filters/messageTypes';

const filters: Array<INodeProperties & { name: keyof FilterValues }> = [
	{
		displayName: 'Ignore Late Replies',
		name: 'ignoreLateReplies',
		type: 'boolean',
		default: true,
		description:
			"Whether to ignore a tap that comes too late for 'Send and Wait for Response': after its time limit, or after another reply. Otherwise it starts the workflow, with reply.expired true.",
	},
	{
		displayName: 'Maximum Age (Minutes)',
		name: 'maximumAge',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description:
			'Ignore older events. WhatsApp delivers again for up to 7 days what n8n did not accept.',
	},
	{
		displayName: 'Message Status',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Played', value: 'played' },
			{ name: 'Read', value: 'read' },
			{ name: 'Sent', value: 'sent' },
		],
		default: [],
		description: "Only these statuses. Has no effect unless 'Message Status' is among the events.",
	},
	{
		displayName: 'Message Type',
		name: 'messageTypes',
		type: 'multiOptions',
		options: messageTypes.map(({ name, value }) => ({ name, value })),
		default: [],
		description: 'Only messages of these types',
	},
	{
		displayName: 'Reply To',
		name: 'replyTo',
		type: 'string',
		default: '',
		placeholder: 'e.g. wamid.HBgLMTY0NjcwNDM1OTUVAgARGBI4MjZGRDA0OUE2OTQ3RkEyMzcA',
		description: 'Only replies and reactions to the message with this ID',
	},
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. +1 650 555 1234, US.13491208655302741918',
		description:
			'Only events about these customers: phone numbers, user IDs or usernames such as @name, separated by commas',
	},
	{
		displayName: 'Text Contains',
		name: 'textContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. invoice',
		description: 'Only messages that contain this text. Upper and lower case are the same.',
	},
	{
		displayName: 'Text Matches Pattern',
		name: 'textPattern',
		type: 'string',
		default: '',
		placeholder: 'e.g. ^order \\d+$',
		description:
			'Only messages whose text matches this regular expression. Case is ignored, unless you write /…/ with flags.',
	},
];

/** Conditions that an event must meet to start the workflow. */
export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: filters,
};
