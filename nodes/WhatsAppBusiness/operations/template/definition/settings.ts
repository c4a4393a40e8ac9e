import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';
import { checkMarketing } from './combinationRules';

const days30 = -1;
const ranges = Object.entries(limits.templateTtl)
	.map(([category, { min, max }]) => `${min} to ${max} for ${category.toLowerCase()}`)
	.join(', ');

/** Meta takes a 32-bit integer. */
const maxPriceRule = { min: 1, max: 2 ** 31 - 1, integer: true };

/** Options that concern the template as a whole. */
export const settingOptions: INodeProperties[] = [
	{
		displayName: 'Creative Optimizations',
		name: 'degreesOfFreedomSpec',
		type: 'json',
		default: '{ "creative_features_spec": {} }',
		description:
			'Which changes Meta may make to images and texts, as a JSON object. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages">More information</a>.',
	},
	{
		displayName: 'Max Price per 1,000 Deliveries',
		name: 'maxPrice',
		type: 'number',
		typeOptions: { minValue: maxPriceRule.min, maxValue: maxPriceRule.max, numberPrecision: 0 },
		default: 5000,
		description:
			"The most that Meta charges for 1,000 deliveries, in the smallest unit of the account's currency: 5000 for 5 cents each. The template is sent through the Marketing Messages API.",
	},
	{
		displayName: 'Message Lifetime (Seconds)',
		name: 'messageSendTtlSeconds',
		type: 'number',
		typeOptions: { minValue: days30 },
		default: 600,
		description: `How long WhatsApp keeps trying to deliver a message: ${ranges}. For authentication and utility, ${days30} means 30 days.`,
	},
	{
		displayName: 'Opt Out of Link Tracking',
		name: 'linkTrackingOptedOut',
		type: 'boolean',
		default: true,
		description: 'Whether Meta does not count taps on the buttons of this template',
	},
];

/**
 * The settings in the options, as Meta takes them.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/message-template-api
 * @param category Meta's category, if known.
 * @throws InputError when the lifetime is out of range for the category, or another category than marketing has a price.
 */
export function readSettings(options: Parameters, category: string | undefined): RequestBody {
	return {
		message_send_ttl_seconds: readLifetime(options, category),
		cta_url_link_tracking_opted_out: options.optionalBoolean('linkTrackingOptedOut'),
		degrees_of_freedom_spec: options.optionalJsonObject('degreesOfFreedomSpec'),
		optimization_spec: readMaxPrice(options, category),
	};
}

// https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/pricing
function readMaxPrice(options: Parameters, category: string | undefined): RequestBody | undefined {
	const price = options.optionalNumber('maxPrice', maxPriceRule);
	if (price === undefined) return undefined;
	checkMarketing(options, 'maxPrice', category);
	return { bid_amount: price, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' };
}

// https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/time-to-live
export function readLifetime(
	options: Parameters,
	category: string | undefined,
): number | undefined {
	const seconds = options.optionalNumber('messageSendTtlSeconds', { integer: true });
	if (seconds === days30 && category !== 'MARKETING') return seconds;
	const possible = Object.entries(limits.templateTtl).filter(
		([name]) => category === undefined || name === category,
	);
	return options.optionalNumber('messageSendTtlSeconds', {
		min: Math.min(...possible.map(([, { min }]) => min)),
		max: Math.max(...possible.map(([, { max }]) => max)),
		integer: true,
	});
}

/** The only setting of authentication templates. Read with `readLifetime`. */
export const lifetimeOption = settingOptions.filter(({ name }) => name === 'messageSendTtlSeconds');
