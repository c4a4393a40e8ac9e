import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import type { DefinitionButtonKind } from './buttonKind';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/deep-links */
const deepLinkOption: INodeProperties = {
	displayName: 'App Deep Link',
	name: 'appDeepLink',
	type: 'fixedCollection',
	placeholder: 'Add Deep Link',
	default: {},
	description:
		'Opens a place in your Android app, and counts what people do there. For marketing templates, sent through the Marketing Messages API.',
	options: [
		{
			displayName: 'Deep Link',
			name: 'link',
			values: [
				{
					displayName: 'Deep Link',
					name: 'androidDeepLink',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. luckyshrub://deals/summer/',
				},
				{
					displayName: 'Fallback URL',
					name: 'androidFallbackUrl',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. https://example.com/deals',
					description: 'Page that opens if the app cannot',
				},
				{
					displayName: 'Meta App ID',
					name: 'metaAppId',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. 634974688087057',
					description: 'ID of the app in the Meta app dashboard',
				},
			],
		},
	],
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/enhanced-payment-links */
const paymentLinkPreviewOption: INodeProperties = {
	displayName: 'Payment Link Preview',
	name: 'paymentLinkPreview',
	type: 'boolean',
	default: true,
	description:
		'Whether WhatsApp shows the amount and a payment button for a link of Razorpay, PayU or Cashfree. Only in India, for accounts that Meta has enabled.',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#url-buttons */
export const url: DefinitionButtonKind = {
	name: 'URL',
	description: 'Opens a web page',
	type: 'URL',
	max: limits.templateUrlButtons,
	fields: [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/shop?promo={{1}}',
			description: `URL of at most ${limits.templateUrl} characters. It can end with one variable.`,
		},
		{
			displayName: 'URL Example',
			name: 'urlExample',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/shop?promo=summer2026',
			description: 'Example of the whole URL, if it ends with a variable',
		},
		{
			displayName: 'URL Options',
			name: 'urlOptions',
			type: 'collection',
			placeholder: 'Add URL Option',
			default: {},
			options: [deepLinkOption, paymentLinkPreviewOption],
		},
	],
	read: (button) => ({ ...readUrl(button), ...readOptions(button.group('urlOptions')) }),
};

function readOptions(options: Parameters): RequestBody {
	const link = options.entry(deepLinkOption.name, 'link');
	return {
		app_deep_link: link && {
			meta_app_id: readAppId(link),
			android_deep_link: link.text('androidDeepLink').trim(),
			android_fallback_playstore_url: link.url('androidFallbackUrl'),
		},
		payment_link_preview: options.optionalBoolean(paymentLinkPreviewOption.name),
	};
}

// Meta takes a number. JavaScript does not keep each digit of a longer one.
function readAppId(link: Parameters): number | string {
	const text = link.text('metaAppId', { pattern: digits }).trim();
	return Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

const digits = { regex: /^\s*\d{1,20}\s*$/, description: 'digits only' };

function readUrl(button: Parameters): RequestBody {
	const url = button.url('url', { maxLength: limits.templateUrl });
	const [fixed = '', ...rest] = url.split('{{');
	const example = button.optionalText('urlExample', { maxLength: limits.templateUrl })?.trim();
	if (rest.length === 0) {
		if (example === undefined) return { url: fixed };
		throw button.error(
			'urlExample',
			'is set, but the URL has no variable',
			'Remove the example, or add {{1}} at the end of the URL.',
		);
	}
	if (rest.length > 1 || !/^[a-z0-9_]+\}\}$/.test(rest[0] ?? '')) {
		throw button.error(
			'url',
			'has a variable that is not at its end',
			'Use one variable, {{1}}, at the very end of the URL, or none.',
		);
	}
	return { url, example: [example ?? button.text('urlExample')] };
}
