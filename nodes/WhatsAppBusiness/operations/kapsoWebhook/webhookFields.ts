import type { INodeProperties, INodePropertyTypeOptions } from 'n8n-workflow';

import { kapsoMessageReceived } from '../../../shared/events/kapsoEvents';
import { limits } from '../../../shared/limits';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

const ranges = {
	bufferSize: { min: 1, max: limits.kapsoBufferMessages, integer: true },
	bufferWindow: { min: 1, max: limits.kapsoBufferSeconds, integer: true },
	inactivityMinutes: { min: 1, max: limits.kapsoInactiveMinutes, integer: true },
} as const;

export const activeField: INodeProperties = {
	displayName: 'Active',
	name: 'active',
	type: 'boolean',
	default: true,
	description: 'Whether Kapso calls the URL',
};

/** Where Kapso delivers. Read with `readHttpsUrl`. */
export const urlField: INodeProperties = {
	displayName: 'URL',
	name: 'webhookUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/kapso',
	description: 'The URL that Kapso calls',
};

/** https://www.rfc-editor.org/rfc/rfc9110#section-5 */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** How a webhook delivers. Read with `readDelivery`. */
export const deliveryFields: INodeProperties[] = [
	activeField,
	{
		displayName: 'Buffer Messages',
		name: 'buffer',
		type: 'boolean',
		default: true,
		description: 'Whether to deliver messages that follow one another together',
	},
	{
		displayName: 'Buffer Size',
		name: 'bufferSize',
		type: 'number',
		typeOptions: shownRange(ranges.bufferSize),
		default: 50,
		description: 'Max number of messages to deliver together',
	},
	{
		displayName: 'Buffer Window (Seconds)',
		name: 'bufferWindow',
		type: 'number',
		typeOptions: shownRange(ranges.bufferWindow),
		default: 5,
		description: 'How long to wait for the next message of a conversation',
	},
	{
		displayName: 'Headers',
		name: 'headers',
		type: 'json',
		default: '{}',
		description: 'Headers that Kapso adds to each delivery, such as { "X-Team": "support" }',
	},
	{
		displayName: 'Inactive After (Minutes)',
		name: 'inactivityMinutes',
		type: 'number',
		typeOptions: shownRange(ranges.inactivityMinutes),
		default: 60,
		description: "When a conversation counts as inactive, for 'Conversation Inactive'",
	},
	{
		displayName: 'Payload Version',
		name: 'payloadVersion',
		type: 'options',
		options: [
			{ name: 'Version 1', value: 'v1' },
			{ name: 'Version 2', value: 'v2' },
		],
		default: 'v2',
		description: "The shape of Kapso's events",
	},
	{
		displayName: 'Secret',
		name: 'secretKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'What Kapso signs each delivery with. By default, Kapso makes one.',
	},
];

function shownRange({ min, max }: { min: number; max: number }): INodePropertyTypeOptions {
	return { minValue: min, maxValue: max };
}

/** @throws InputError for an invalid value. */
export function readDelivery(given: Parameters): RequestBody {
	const window = given.optionalNumber('bufferWindow', ranges.bufferWindow);
	const size = given.optionalNumber('bufferSize', ranges.bufferSize);
	// A window or a size is of use only with the buffer.
	const isLimited = window !== undefined || size !== undefined;
	const isBuffered = given.optionalBoolean('buffer') ?? (isLimited || undefined);
	return {
		active: given.optionalBoolean(activeField.name),
		payload_version: given.optionalChoice('payloadVersion'),
		secret_key: given.optionalText('secretKey'),
		headers: readHeaders(given),
		buffer_enabled: isBuffered,
		buffer_events: isBuffered === true ? [kapsoMessageReceived] : undefined,
		buffer_window_seconds: window,
		max_buffer_size: size,
		inactivity_minutes: given.optionalNumber('inactivityMinutes', ranges.inactivityMinutes),
	};
}

/** What must not appear in an error. @throws InputError for invalid headers. */
export function deliverySecrets(given: Parameters): string[] {
	const secret = given.optionalText('secretKey');
	return [...(secret === undefined ? [] : [secret]), ...Object.values(readHeaders(given) ?? {})];
}

function readHeaders(given: Parameters): Record<string, string> | undefined {
	const headers = given.optionalJsonObject('headers');
	if (headers === undefined) return undefined;
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => {
			if (typeof value !== 'string') {
				throw given.error('headers', 'has a value that is not a text', 'Put each value in quotes.');
			}
			if (!headerName.test(name) || !headerValue.test(value)) {
				throw given.error(
					'headers',
					'has an entry that cannot be a header',
					'Use letters, digits and hyphens in names, and no line breaks in values.',
				);
			}
			return [name, value];
		}),
	);
}
