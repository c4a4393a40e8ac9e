import { limits } from '../../../shared/limits';
import { readTemplateText } from '../templateText';
import type { Parameters } from '../../parameters/parameters';
import { actionParameter, textParameter } from './buttonKind';
import type { ButtonKind } from './buttonKind';
import { orderDetails, orderDetailsJson } from './orderButtons';
import { boleto, paymentLink, pixCode } from './paymentRequestButtons';
import { catalog, multiProduct } from './productButtons';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates */
const authenticationCode: ButtonKind = {
	name: 'Authentication Code',
	description: 'The one-time code that the button copies or fills in',
	subType: 'url',
	fields: [
		{
			displayName: 'Code',
			name: 'authenticationCode',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 123456',
			description: `The same code as in the body, at most ${limits.authenticationCode} characters`,
		},
	],
	read: (button, flatten) => [
		textParameter(
			readTemplateText(button, 'authenticationCode', {
				maxLength: limits.authenticationCode,
				flatten,
			}),
		),
	],
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/coupon-templates */
const couponCode: ButtonKind = {
	name: 'Coupon Code',
	description: 'Copies a coupon code',
	subType: 'copy_code',
	fields: [
		{
			displayName: 'Coupon Code',
			name: 'couponCode',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. SAVE25',
			description: `Letters and digits, at most ${limits.couponCode}`,
		},
	],
	read: (button) => [
		{
			type: 'coupon_code',
			coupon_code: button.text('couponCode', {
				maxLength: limits.couponCode,
				pattern: { regex: /^[A-Za-z0-9]+$/, description: 'letters and digits only' },
			}),
		},
	],
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow */
const flow: ButtonKind = {
	name: 'Flow',
	description: 'Opens a WhatsApp Flow',
	subType: 'flow',
	fields: [
		{
			displayName: 'Flow Token',
			name: 'flowToken',
			// eslint-disable-next-line n8n-nodes-base/node-param-type-options-password-missing -- a reference, not a secret
			type: 'string',
			default: '',
			placeholder: 'e.g. order-4711',
			description: 'Your reference, which is returned with the response',
		},
		{
			displayName: 'Flow Data',
			name: 'flowData',
			type: 'json',
			default: '{}',
			description: 'JSON object for the first screen of the Flow',
		},
	],
	read: (button) => [
		actionParameter({
			flow_token: button.optionalText('flowToken'),
			flow_action_data: button.optionalJsonObject('flowData'),
		}),
	],
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#quick-reply-buttons */
const quickReply: ButtonKind = {
	name: 'Quick Reply',
	description: 'Replies with a tap',
	subType: 'quick_reply',
	fields: [
		{
			displayName: 'Payload',
			name: 'payload',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. unsubscribe',
			description:
				'Text that the webhook contains when the button is tapped. The recipient does not see it.',
		},
		{
			displayName: 'Payload Type',
			name: 'payloadType',
			type: 'options',
			options: [
				{ name: 'Payload', value: 'payload' },
				{
					name: 'Text',
					value: 'text',
					description: 'The older format, which WhatsApp still accepts',
				},
			],
			default: 'payload',
			description: 'How the payload is sent',
		},
	],
	read(button) {
		const payload = button.text('payload');
		return [
			button.choice('payloadType') === 'text'
				? textParameter(payload)
				: { type: 'payload', payload },
		];
	},
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#url-buttons */
const url: ButtonKind = {
	name: 'URL',
	description: 'Opens a URL that ends with a variable',
	subType: 'url',
	fields: [
		{
			displayName: 'URL Suffix',
			name: 'urlSuffix',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. summer2026',
			description: `Value of the variable at the end of the URL, at most ${limits.templateUrlSuffix} characters`,
		},
	],
	read: (button, flatten) => [textParameter(readUrlSuffix(button, flatten))],
};

// WhatsApp puts the value behind the URL of the template as it is, so a whole URL makes a broken link.
function readUrlSuffix(button: Parameters, flatten: boolean): string {
	const rule = { maxLength: limits.templateUrlSuffix, flatten };
	const suffix = readTemplateText(button, 'urlSuffix', rule).trim();
	if (/^(https?:\/\/|www\.)/i.test(suffix)) {
		throw button.error(
			'urlSuffix',
			'is a whole URL',
			'Enter only what replaces {{1}} in the URL of the button. If that is a URL, encode it with encodeURIComponent.',
		);
	}
	return suffix.replaceAll(' ', '%20');
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links */
const voiceCall: ButtonKind = {
	name: 'Voice Call',
	description: 'Calls your business on WhatsApp',
	subType: 'voice_call',
	fields: [
		{
			displayName: 'Valid For (Minutes)',
			name: 'validMinutes',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1440',
			description: `How many minutes the button works, up to ${limits.callButtonMinutes}. Leave empty for the time set in the template.`,
		},
		{
			displayName: 'Call Payload',
			name: 'callPayload',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-4711',
			description: `Text that the webhook of the call contains, at most ${limits.callButtonPayload} characters`,
		},
	],
	read(button) {
		const minutes = button.optionalNumber('validMinutes', {
			min: 1,
			max: limits.callButtonMinutes,
			integer: true,
		});
		const payload = button.optionalText('callPayload', { maxLength: limits.callButtonPayload });
		return [
			...(minutes === undefined ? [] : [{ type: 'ttl_minutes', ttl_minutes: minutes }]),
			...(payload === undefined ? [] : [{ type: 'payload', payload }]),
		];
	},
};

/** Every button that can have a value when a template is sent, by the value of 'Button Type', in the order of the list. */
export const buttonKinds = {
	authenticationCode,
	boleto,
	catalog,
	couponCode,
	flow,
	multiProduct,
	orderDetails,
	orderDetailsJson,
	paymentLink,
	pixCode,
	quickReply,
	url,
	voiceCall,
};
