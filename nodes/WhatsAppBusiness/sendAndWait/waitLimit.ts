import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';

const secondsPer = { minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof secondsPer;

/** The longest wait that can be set, in days. */
const maxDays = 366;

const unitOptions: INodePropertyOptions[] = [
	{ name: 'Minutes', value: 'minutes' },
	{ name: 'Hours', value: 'hours' },
	{ name: 'Days', value: 'days' },
];

/** The option that ends the wait without a reply. n8n's nodes have the same fields. */
export const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	// Or n8n would not store an option whose fields are all left as they are.
	typeOptions: { multipleValues: false },
	placeholder: 'Add Limit',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 1, resumeUnit: 'days' } },
	description:
		"When the workflow continues without a reply, with 'answered' as false. For people who tap later, the trigger has the option 'Text for Late Replies'.",
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					options: [
						{
							name: 'After Time Interval',
							value: 'afterTimeInterval',
							description: 'Waits for a certain time',
						},
						{
							name: 'At Specified Time',
							value: 'atSpecifiedTime',
							description: 'Waits until a date and time',
						},
					],
					default: 'afterTimeInterval',
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					default: 1,
					description: 'How long to wait',
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
					options: unitOptions,
					default: 'days',
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
					default: '',
					description: 'When to continue at the latest',
				},
			],
		},
	],
};

/** How long to wait for a status, which may never come. Read with `readTimeLimit`. */
export const timeLimitFields: INodeProperties[] = [
	{
		displayName: 'Time Limit',
		name: 'timeLimit',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 1,
		description:
			'How long to wait after the last message was sent. Then the workflow continues, and the output says which messages have not arrived.',
	},
	{
		displayName: 'Time Limit Unit',
		name: 'timeLimitUnit',
		type: 'options',
		options: unitOptions,
		default: 'minutes',
	},
];

/**
 * Reads the fields of the time limit.
 * @returns milliseconds.
 * @throws InputError for no number, a negative one, and more than a year.
 */
export function readTimeLimit(parameters: Parameters): number {
	return readInterval(parameters, 'timeLimit', 'timeLimitUnit');
}

function readInterval(parameters: Parameters, amountName: string, unitName: string): number {
	const seconds = secondsPer[parameters.choice(unitName) as Unit];
	const max = (maxDays * secondsPer.days) / seconds;
	return parameters.number(amountName, { min: 0, max }) * seconds * 1000;
}

/**
 * Reads the option.
 * @param now milliseconds since 1970.
 * @returns undefined without a limit.
 * @throws InputError for a missing time, a time in the past, and an interval of more than a year.
 */
export function readWaitLimit(options: Parameters, now = Date.now()): Date | undefined {
	const limit = options.entry('limitWaitTime', 'values');
	if (limit === undefined) return undefined;
	if (limit.choice('limitType') === 'afterTimeInterval') {
		return new Date(now + readInterval(limit, 'resumeAmount', 'resumeUnit'));
	}
	const seconds = limit.optionalTimestamp('maxDateAndTime');
	if (seconds === undefined) {
		throw limit.error('maxDateAndTime', 'is empty', 'Choose a date and a time.');
	}
	if (seconds * 1000 <= now) {
		throw limit.error('maxDateAndTime', 'is in the past', 'Choose a time in the future.');
	}
	return new Date(seconds * 1000);
}
