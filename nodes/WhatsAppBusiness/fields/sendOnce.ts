import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../shared/limits';
import type { Parameters } from '../parameters/parameters';
import { leftoverIn } from '../parameters/leftover';
import { millisecondsPerDay } from '../../shared/millisecondsPerDay';

const daysRule = { min: 1, max: 365, integer: true };
const defaultDays = 30;

/** Of every operation that sends messages. Read with `readSendOnceKey`. */
export const sendOnceKeyField: INodeProperties = {
	displayName: 'Send Once Key',
	name: 'sendOnceKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. shipped-{{ $json.order }}',
	description: `Text that is different for each message, such as shipped-4711. A message with the same key is sent only once, even if the workflow runs again. At most ${limits.callbackData} characters.`,
};

/** Read with `readSendOnceKey`. */
export const sendOnceDaysField: INodeProperties = {
	displayName: 'Keep Send Once Key (Days)',
	name: 'sendOnceKeyDays',
	type: 'number',
	typeOptions: { minValue: daysRule.min, maxValue: daysRule.max, numberPrecision: 0 },
	default: defaultDays,
	description: `How long a message with the same key is not sent again, in whole days, up to ${daysRule.max}`,
};

/** The key of a message. */
export interface SendOnceKey {
	key: string;
	/** Milliseconds for which it is kept. */
	lifetime: number;
}

/**
 * Reads the key of an item. Undefined if the option is not added.
 * @throws InputError for a key that would protect nothing: an empty one, or what a wrong expression left.
 */
export function readSendOnceKey(parameters: Parameters): SendOnceKey | undefined {
	const options = parameters.group('options');
	const { name } = sendOnceKeyField;
	if (!options.isStored(name)) return undefined;
	const key = options.optionalText(name, { maxLength: limits.callbackData })?.trim();
	const todo =
		"Enter a text that is different for each message, for example 'shipped-{{ $json.order }}' with the field set to 'Expression'.";
	if (key === undefined) throw options.error(name, 'is empty', todo);
	const leftover = leftoverIn(key);
	if (leftover !== undefined) throw options.error(name, leftover, todo);
	const days = options.optionalNumber(sendOnceDaysField.name, daysRule) ?? defaultDays;
	return { key, lifetime: days * millisecondsPerDay };
}
