import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import {
	kapsoConversationInactive,
	kapsoEvents,
	kapsoMessageReceived,
} from '../../shared/events/kapsoEvents';
import { limits } from '../../shared/limits';

const withEvents = (...events: string[]): IDisplayOptions => ({ show: { '/events': events } });

/** The numbers of 'Kapso Buffering'. */
export const bufferNumbers = {
	seconds: {
		displayName: 'Window (Seconds)',
		default: 5,
		maximum: limits.kapsoBufferSeconds,
		description: 'How long Kapso waits for the next message of a conversation',
	},
	messages: {
		displayName: 'Maximum Messages',
		default: 50,
		maximum: limits.kapsoBufferMessages,
		description: 'Number of messages after which Kapso delivers them without waiting longer',
	},
};

/** Of the group with the fields, which n8n stores. */
export const bufferGroup = 'settings';

type BufferNumber = keyof typeof bufferNumbers;
const bufferNames = Object.keys(bufferNumbers) as BufferNumber[];

/** Kapso waits itself, so that nothing is held in n8n meanwhile. */
export const kapsoBufferField: INodeProperties = {
	displayName: 'Kapso Buffering',
	name: 'kapsoBuffering',
	type: 'fixedCollection',
	displayOptions: withEvents(kapsoMessageReceived),
	// Or n8n would not store an option whose fields are all left as they are.
	typeOptions: { multipleValues: false },
	default: {
		[bufferGroup]: Object.fromEntries(
			bufferNames.map((name) => [name, bufferNumbers[name].default]),
		),
	},
	description:
		"Lets Kapso deliver several messages of a conversation together, as the items of one execution. Only for 'Kapso Message Received'. To get them as one item, use 'Collect Messages' instead.",
	options: [
		{
			displayName: 'Settings',
			name: bufferGroup,
			values: bufferNames.map((name): INodeProperties => {
				const { displayName, default: value, maximum, description } = bufferNumbers[name];
				return {
					...{ displayName, name, description },
					type: 'number',
					typeOptions: { minValue: 1, maxValue: maximum },
					default: value,
				};
			}),
		},
	],
};

export const kapsoInactiveField = {
	displayName: 'Kapso Inactive After (Minutes)',
	name: 'kapsoInactiveAfter',
	type: 'number',
	displayOptions: withEvents(kapsoConversationInactive),
	typeOptions: { minValue: 1, maxValue: limits.kapsoInactiveMinutes },
	default: 60,
	description: `Number of minutes without a message after which 'Kapso Conversation Inactive' starts the workflow, at most ${limits.kapsoInactiveMinutes}`,
} satisfies INodeProperties;

export const kapsoVersionField = {
	displayName: 'Kapso Payload Version',
	name: 'kapsoVersion',
	type: 'options',
	displayOptions: withEvents(...kapsoEvents.map(({ value }) => value)),
	options: [
		{ name: 'Version 1', value: 'v1', description: 'Used by older webhooks of the project' },
		{ name: 'Version 2', value: 'v2' },
	],
	default: 'v2',
	description:
		"Format of Kapso's events. The items have the same fields, but version 1 says less about files, and Send and Wait cannot receive written replies with it.",
} satisfies INodeProperties;
