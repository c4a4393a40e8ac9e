import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../shared/limits';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** Meta's categories of such messages. Each has the range of its lifetime. */
type Category = keyof typeof limits.directSendTtl;

const ranges = Object.entries(limits.directSendTtl)
	.map(([category, { min, max }]) => `${min} to ${max} for ${category}`)
	.join(', ');

/**
 * Sends a message at any time, without a template. For the kinds of messages that Meta sends so.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/supported-features-and-limits
 */
export const directSendOption: INodeProperties = {
	displayName: 'Direct Send',
	name: 'directSend',
	type: 'fixedCollection',
	placeholder: 'Add Direct Send',
	default: {},
	description:
		'Sends the message at any time without a template. Meta makes one and charges for it. Only for accounts that Meta has enabled.',
	options: [
		{
			displayName: 'Direct Send',
			name: 'settings',
			values: [
				{
					displayName: 'Category',
					name: 'category',
					type: 'options',
					options: [
						{
							name: 'Authentication',
							value: 'authentication',
							description: 'A one-time code, as a text message to a phone number',
						},
						{
							name: 'Utility',
							value: 'utility',
							description: 'An update about an order or a request, without any promotion',
						},
					],
					default: 'utility',
				},
				{
					displayName: 'Lifetime (Seconds)',
					name: 'ttlSeconds',
					type: 'string',
					default: '',
					placeholder: 'e.g. 600',
					description: `How long WhatsApp keeps trying to deliver the message: ${ranges}`,
				},
				{
					displayName: 'Template Name',
					name: 'templateName',
					type: 'string',
					default: '',
					placeholder: 'e.g. order_shipped',
					description:
						'For the template that Meta makes: lowercase letters, digits and underscores. Not for authentication.',
				},
			],
		},
	],
};

/** Whether a message is sent this way. */
export function isDirectSend(options: Parameters): boolean {
	return settingsOf(options) !== undefined;
}

function settingsOf(options: Parameters): Parameters | undefined {
	const { name } = directSendOption;
	return options.hasField(name) ? options.addedEntry(name, 'settings') : undefined;
}

/**
 * The keys that make a message one of Direct Send, or undefined if the option is not added.
 * @param message the body of the request without them.
 * @throws InputError for an invalid value, or a message that Meta does not send so.
 */
export function readDirectSend(
	parameters: Parameters,
	message: RequestBody | undefined,
): RequestBody | undefined {
	const options = parameters.group('options');
	const settings = settingsOf(options);
	if (!settings) return undefined;
	const category = settings.choice('category') as Category;
	if (message?.recipient_type === 'group') {
		throw options.error(
			directSendOption.name,
			'is on, but the recipient is a group',
			'Remove the option: it is for messages to one person.',
		);
	}
	const templateName = settings.optionalText('templateName', templateNameRule)?.trim();
	if (category === 'authentication') {
		checkCode(settings, message);
		if (templateName !== undefined) {
			throw settings.error(
				'templateName',
				"is set, but 'Category' is 'Authentication'",
				'Remove the name: Meta takes one for utility messages only.',
			);
		}
	}
	return {
		category,
		// https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/configure-message-ttl
		ttl_seconds: settings.optionalNumber('ttlSeconds', {
			...limits.directSendTtl[category],
			integer: true,
		}),
		direct_send_config: templateName === undefined ? undefined : { template_name: templateName },
	};
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/business-named-templates */
const templateNameRule = {
	maxLength: limits.templateName,
	pattern: {
		regex: /^\s*[a-z0-9_]+\s*$/,
		description: 'lowercase letters, digits and underscores',
	},
};

function checkCode(settings: Parameters, message: RequestBody | undefined): void {
	if (message?.type === 'interactive') {
		throw settings.error(
			'category',
			"is 'Authentication', but the message is not a text message",
			"Send the code with Send Text, or choose 'Utility'.",
		);
	}
	if (message?.recipient !== undefined) {
		throw settings.error(
			'category',
			"is 'Authentication', but the recipient is a business-scoped user ID",
			'Use a phone number as recipient.',
		);
	}
}
