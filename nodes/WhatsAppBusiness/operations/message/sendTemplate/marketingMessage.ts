import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../../graphApi/connection';
import type { OperationRequest } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { payloadRequest } from '../messageRequest';

/** The option to send through the Marketing Messages API. */
export const marketingMessageOptions: INodeProperties[] = [
	{
		displayName: 'Marketing Messages API',
		name: 'marketingMessagesApi',
		type: 'boolean',
		default: true,
		description:
			'Whether to send through the Marketing Messages API, for marketing templates only. The business must have accepted its terms.',
	},
];

/**
 * Meta's errors for a template or an account that only the Marketing Messages API does not take.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const refusals = [131055, 134100, 134101, 134102];

/** Meta's errors for a template or an account that only the Marketing Messages API takes. */
const onlyHere = [131061, 131063];

const fallbackOption: INodeProperties = {
	displayName: 'Fall Back to Cloud API',
	name: 'fallBackToCloudApi',
	type: 'boolean',
	default: true,
	description:
		"Whether to send through the Cloud API what the Marketing Messages API refuses, for example a template that is too new. 'sentVia' in the output says which way it went.",
};

/** Its own options. */
export const rareMarketingOptions: INodeProperties[] = [
	fallbackOption,
	{
		displayName: 'Share Activity With Meta',
		name: 'messageActivitySharing',
		type: 'boolean',
		default: true,
		description:
			'Whether Meta may use the activity on this message to improve delivery. Only with the Marketing Messages API.',
	},
	{
		displayName: 'If Not Eligible',
		name: 'productPolicy',
		type: 'options',
		options: [
			{
				name: 'Send Through Cloud API',
				value: 'CLOUD_API_FALLBACK',
				description: 'Send through the Cloud API if the Marketing Messages API cannot',
			},
			{
				name: 'Fail',
				value: 'STRICT',
				description: 'Fail if the Marketing Messages API cannot send it',
			},
		],
		default: 'CLOUD_API_FALLBACK',
		description: 'What to do if the message is not eligible. Only with the Marketing Messages API.',
	},
];

/**
 * Sends the message through the Marketing Messages API if the options say so.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages
 * @throws InputError when the message goes to a group, which that API does not support, or when its options
 * are set but it is not used, or contradict each other.
 */
export function marketingMessage(
	parameters: Parameters,
	account: Account,
	message: OperationRequest,
): OperationRequest {
	const options = parameters.group('options');
	if (!options.boolean('marketingMessagesApi')) {
		for (const { name } of rareMarketingOptions) {
			if (options.hasValue(name)) {
				throw options.error(
					name,
					'is set, but the message is not sent through the Marketing Messages API',
					"Turn on the option 'Marketing Messages API', or remove this one.",
				);
			}
		}
		return message;
	}
	if (parameters.choice('recipientType') === 'group') {
		throw parameters.error(
			'recipientType',
			'is a group',
			"The Marketing Messages API sends to one person. Remove the option 'Marketing Messages API'.",
		);
	}
	const own = {
		product_policy: options.optionalChoice('productPolicy'),
		message_activity_sharing: options.optionalBoolean('messageActivitySharing'),
	};
	const request = payloadRequest(
		parameters,
		account,
		{ ...message.body, ...own },
		'marketing_messages',
	);
	if (!options.boolean(fallbackOption.name)) return request;
	if (own.product_policy === 'STRICT') {
		throw options.error(
			fallbackOption.name,
			"is on, but 'If Not Eligible' is 'Fail'",
			'Remove one of the two options.',
		);
	}
	return {
		...request,
		fallback: {
			codes: refusals,
			backCodes: onlyHere,
			path: message.path,
			on: message.on,
			withoutKeys: Object.keys(own),
			sentVia: { here: 'marketingMessagesApi', there: 'cloudApi' },
		},
	};
}
