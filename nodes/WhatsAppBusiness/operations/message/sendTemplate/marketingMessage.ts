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

/** Its own options. */
export const rareMarketingOptions: INodeProperties[] = [
	{
		displayName: 'Share Activity With Meta',
		name: 'messageActivitySharing',
		type: 'boolean',
		default: true,
		description:
			'Whether Meta may use the activity on this message to improve delivery. Only with the Marketing Messages API.',
	},
	{
		displayName: 'Marketing API Fallback',
		name: 'productPolicy',
		type: 'options',
		options: [
			{
				name: 'Cloud API Fallback',
				value: 'CLOUD_API_FALLBACK',
				description: 'Send through the Cloud API if the Marketing Messages API cannot',
			},
			{
				name: 'Strict',
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
 * are set but it is not used.
 */
export function marketingMessage(
	parameters: Parameters,
	account: Account,
	message: OperationRequest,
): OperationRequest {
	const options = parameters.group('options');
	if (!options.boolean('marketingMessagesApi')) {
		for (const name of ['messageActivitySharing', 'productPolicy']) {
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
	return payloadRequest(
		parameters,
		account,
		{
			...message.body,
			product_policy: options.optionalChoice('productPolicy'),
			message_activity_sharing: options.optionalBoolean('messageActivitySharing'),
		},
		'marketing_messages',
	);
}
