import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import { messageFields } from './messageKinds';

/** How the messages are given. */
export const specifyMessagesField: INodeProperties = {
	displayName: 'Specify Messages',
	name: 'specifyMessages',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Using Fields', value: 'fields', description: 'Each message entered by hand' },
		{
			name: 'Using JSON',
			value: 'json',
			description: 'A list of any length from an expression, such as the texts of an AI model',
		},
	],
	default: 'fields',
};

export const messagesField: INodeProperties = {
	displayName: 'Messages',
	name: 'messages',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	displayOptions: { show: { specifyMessages: ['fields'] } },
	required: true,
	placeholder: 'Add Message',
	default: {},
	description: `Up to ${limits.sequenceMessages} messages, sent from top to bottom. Drag them to change the order.`,
	options: [{ displayName: 'Message', name: 'message', values: messageFields }],
};

export const messagesJsonField: INodeProperties = {
	displayName: 'Messages',
	name: 'messagesJson',
	type: 'json',
	displayOptions: { show: { specifyMessages: ['json'] } },
	typeOptions: { rows: 8 },
	required: true,
	default: '[]',
	description: `JSON list of up to ${limits.sequenceMessages} messages. Each is a text, or an object for the Messages API without the recipient.`,
	hint: 'e.g. ["Hello", {"type": "image", "image": {"link": "https://example.com/picture.jpg"}}]. See every kind of message in <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages">Meta\'s documentation</a>.',
};

/** How the messages are given, and the messages. Read with `readSequence`. */
export const sequenceFields: INodeProperties[] = [
	specifyMessagesField,
	messagesField,
	messagesJsonField,
];
