import type { INodeProperties } from 'n8n-workflow';

import { defaultSendingRules, throughput } from '../../graphApi/sendingRules';
import type { SendingRules } from '../../graphApi/sendingRules';
import type { Operation } from '../operation';
import type { Parameters } from '../parameters/parameters';
import { optionsField } from './options';
import { sendOnceDaysField, sendOnceKeyField } from './sendOnce';

const { maxRetries, messagesPerSecond, timeLimit, responseTimeout, resendUnknown } =
	defaultSendingRules;
const defaultSeconds = timeLimit / 1000;
const retriesRule = { min: 0, max: 20, integer: true };
const rateRule = { min: 0, max: throughput.highest };
/** In seconds, up to a day. */
const timeLimitRule = { min: 1, max: 86_400 };

/** From the first item of a run. */
const sendingFields: INodeProperties[] = [
	{
		displayName: 'Max Retries',
		name: 'maxRetries',
		type: 'number',
		typeOptions: { minValue: retriesRule.min, maxValue: retriesRule.max },
		default: maxRetries,
		description:
			"How often to retry a message that was certainly not accepted, for example while WhatsApp is unavailable. Messages over a rate limit are retried until 'Sending Time Limit (Seconds)'.",
	},
	{
		displayName: 'Messages per Second',
		name: 'messagesPerSecond',
		type: 'number',
		typeOptions: { minValue: rateRule.min, maxValue: rateRule.max },
		default: messagesPerSecond,
		description: `How fast to send from one number, across all executions. WhatsApp allows ${throughput.default}, or up to ${throughput.highest} after an upgrade of the number. With 0, only WhatsApp limits the rate.`,
	},
	{
		displayName: 'On Unknown Outcome',
		name: 'onUnknownOutcome',
		type: 'options',
		options: [
			{
				name: 'Stop as Error',
				value: 'stop',
				description: 'Never send twice; the error says that the message may have been sent',
			},
			{
				name: 'Send Again',
				value: 'sendAgain',
				description: 'Lose nothing; a message may arrive twice',
			},
		],
		default: 'stop',
		description: 'What to do when the connection breaks before WhatsApp responds',
	},
	{
		displayName: 'Sending Time Limit (Seconds)',
		name: 'timeLimit',
		type: 'number',
		typeOptions: { minValue: timeLimitRule.min, maxValue: timeLimitRule.max },
		default: defaultSeconds,
		description: `How long to keep retrying a message after its first failure. Each attempt waits at most ${responseTimeout / 1000} seconds for a response, longer with a file.`,
	},
];

/**
 * The options of an operation that sends messages, with those that every such operation has. They are read because of
 * `sendsMessages: true`.
 * @param rare options that hardly anyone needs: they stand last.
 */
export function sendingOptionsField(
	options: INodeProperties[],
	rare: INodeProperties[] = [],
): INodeProperties {
	return optionsField(
		[...sendingFields, sendOnceKeyField, ...options],
		[sendOnceDaysField, ...rare],
	);
}

/**
 * Reads the sending options. An operation that sends no messages uses the default rules.
 * @param parameters of the first item.
 * @throws InputError for a number out of range.
 */
export function readSendingRules(
	{ sendsMessages }: Pick<Operation, 'sendsMessages'>,
	parameters: Parameters,
): SendingRules {
	if (!sendsMessages) return defaultSendingRules;
	const options = parameters.group('options');
	const seconds = options.optionalNumber('timeLimit', timeLimitRule);
	const givenUpAfter = seconds === undefined ? timeLimit : seconds * 1000;
	return {
		maxRetries: options.optionalNumber('maxRetries', retriesRule) ?? maxRetries,
		messagesPerSecond: options.optionalNumber('messagesPerSecond', rateRule) ?? messagesPerSecond,
		timeLimit: givenUpAfter,
		responseTimeout: Math.min(responseTimeout, givenUpAfter),
		resendUnknown: options.hasValue('onUnknownOutcome')
			? options.choice('onUnknownOutcome') === 'sendAgain'
			: resendUnknown,
	};
}
