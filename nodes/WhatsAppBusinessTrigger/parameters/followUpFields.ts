import type { INodeProperties } from 'n8n-workflow';

import { notice } from '../../shared/notice';
import { conversationInactive, windowClosing } from '../../shared/events/eventKinds';
import type { EventKind } from '../../shared/events/eventKinds';

/** A number of minutes. The smallest is 1. */
interface MinutesField {
	displayName: string;
	name: string;
	default: number;
	maximum: number;
	description: string;
}

export const inactiveAfter: MinutesField = {
	displayName: 'Inactive After (Minutes)',
	name: 'inactiveAfter',
	default: 60,
	// A week.
	maximum: 10_080,
	description: 'How many minutes of silence make a chat inactive, at most 10080, which is a week',
};

export const closesIn: MinutesField = {
	displayName: 'Minutes Before the Window Closes',
	name: 'closesIn',
	default: 60,
	// The window is open for 1440.
	maximum: 1_439,
	description:
		"How many minutes before the end of the customer service window, which is 24 hours after the customer's last message. At most 1439.",
};

/** Values of `inactiveWhenField`. */
export type InactiveWhen = 'nobodyWrites' | 'noReply';

const showFor = (...kinds: EventKind[]) => ({
	show: { events: kinds.map(({ value }) => value) },
});

export const inactiveWhenField: INodeProperties = {
	displayName: 'Inactive When',
	name: 'inactiveWhen',
	type: 'options',
	displayOptions: showFor(conversationInactive),
	options: [
		{
			name: 'Customer Does Not Reply',
			value: 'noReply',
			description: 'You wrote last, and the customer has not written since',
		},
		{
			name: 'Nobody Writes',
			value: 'nobodyWrites',
			description: 'Neither the customer nor you have written, whoever wrote last',
		},
	],
	default: 'noReply',
	description:
		'What counts as silence. You wrote when a message went out from the nodes, the WhatsApp Business app or another tool.',
};

function minutesField(
	{ maximum, ...field }: MinutesField,
	kind: EventKind,
): INodeProperties & { name: string } {
	return {
		...field,
		type: 'number',
		typeOptions: { minValue: 1, maxValue: maximum },
		displayOptions: showFor(kind),
	};
}

/** The fields of the events that come from the memory. */
export const followUpFields: INodeProperties[] = [
	inactiveWhenField,
	minutesField(inactiveAfter, conversationInactive),
	minutesField(closesIn, windowClosing),
	{
		...notice(
			'followUpNotice',
			"Starts at most once until the customer writes again, with the state of the chat. A chat that is paused at that moment, or whose customer opted out, starts nothing. To see one in a test run, set 'Inactive After' to 1 or 'Minutes Before the Window Closes' to 1439: it then comes a minute after the last message.",
		),
		displayOptions: showFor(conversationInactive, windowClosing),
	},
];
