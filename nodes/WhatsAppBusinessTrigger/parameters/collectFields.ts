import type { INodeProperties } from 'n8n-workflow';

interface SecondsField {
	displayName: string;
	name: 'silence' | 'maximumMessages' | 'maximumTime';
	default: number;
	maximum: number;
	description: string;
}

/** The numbers of 'Collect Messages'. The smallest is 1. */
export const collectNumbers: readonly SecondsField[] = [
	{
		displayName: 'Silence (Seconds)',
		name: 'silence',
		default: 5,
		maximum: 60,
		description: 'How long the customer must write nothing before the workflow starts',
	},
	{
		displayName: 'Maximum Messages',
		name: 'maximumMessages',
		default: 20,
		maximum: 100,
		description: 'After so many messages the workflow starts at once',
	},
	{
		// With the unit in brackets, n8n would cut it off.
		displayName: 'Maximum Seconds',
		name: 'maximumTime',
		default: 60,
		maximum: 300,
		description:
			'So long after the first message the workflow starts, even if the customer is still writing',
	},
];

/** Values of the field 'Output'. */
export type CollectOutput = 'oneItem' | 'itemPerMessage';

/** Of the group with the fields, which n8n stores. */
export const collectGroup = 'settings';

const defaults = {
	...Object.fromEntries(collectNumbers.map((field) => [field.name, field.default])),
	output: 'oneItem' satisfies CollectOutput,
};

export const collectField: INodeProperties = {
	displayName: 'Collect Messages',
	name: 'collectMessages',
	type: 'fixedCollection',
	// Or n8n would not store an option whose fields are all left as they are.
	typeOptions: { multipleValues: false },
	default: { [collectGroup]: defaults },
	description:
		"Waits until the customer has stopped writing, and starts the workflow once with all the messages. Taps, messages in groups and replies that 'Send and Wait for Response' waits for are not held up.",
	options: [
		{
			displayName: 'Settings',
			name: collectGroup,
			values: [
				...collectNumbers.map(
					({ displayName, name, description, maximum, default: value }): INodeProperties => ({
						...{ displayName, name, description },
						type: 'number',
						typeOptions: { minValue: 1, maxValue: maximum },
						default: value,
					}),
				),
				{
					displayName: 'Output',
					name: 'output',
					type: 'options',
					options: [
						{
							name: 'One Item',
							value: 'oneItem',
							description:
								"The last message, with the texts of all in 'text', one per line, and each message in 'messages'",
						},
						{
							name: 'One Item per Message',
							value: 'itemPerMessage',
							description: 'All messages as the items of one execution',
						},
					],
					default: 'oneItem',
					description: "What the workflow gets. With 'Output Raw' each message is an item.",
				},
			],
		},
	],
};
