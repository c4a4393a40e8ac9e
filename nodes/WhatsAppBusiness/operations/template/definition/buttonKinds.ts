import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { flowField, readFlow } from '../../../fields/flow';
import { limits } from '../../../../shared/limits';
import { parsePhoneNumber as readPhoneNumber } from '../../../../shared/phoneNumber';

/** One kind of button: how the editor shows it, its fields, and Meta's words for it. */
export interface DefinitionButtonKind {
	name: string;
	description: string;
	/** Meta's `type`. */
	type: string;
	/** The label is WhatsApp's own. */
	fixedText?: true;
	/** How many a template may have; without it as many as there may be buttons. */
	max?: number;
	/** It takes no other button beside it. */
	alone?: true;
	fields?: INodeProperties[];
	/** What Meta wants beside type and text. */
	read?(button: Parameters): RequestBody;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/catalog-template-messages */
const catalog: DefinitionButtonKind = {
	name: 'Catalog',
	description: 'Opens your catalog',
	type: 'CATALOG',
	alone: true,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/coupon-templates */
const couponCode: DefinitionButtonKind = {
	name: 'Coupon Code',
	description: 'Copies a coupon code. WhatsApp writes the label.',
	type: 'COPY_CODE',
	fixedText: true,
	max: 1,
	fields: [
		{
			displayName: 'Coupon Code Example',
			name: 'couponCodeExample',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. SAVE25',
			description: `Example of a code, at most ${limits.couponCode} characters`,
		},
	],
	read: (button) => ({
		example: button.text('couponCodeExample', { maxLength: limits.couponCode }),
	}),
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow */
const flow: DefinitionButtonKind = {
	name: 'Flow',
	description: 'Opens a WhatsApp Flow',
	type: 'FLOW',
	max: 1,
	fields: [
		{
			displayName: 'Flow Source',
			name: 'flowSource',
			type: 'options',
			options: [
				{ name: 'Existing Flow', value: 'existing' },
				{ name: 'Flow JSON', value: 'json', description: 'A Flow that is made with the template' },
			],
			default: 'existing',
		},
		{ ...flowField, displayOptions: { show: { flowSource: ['existing'] } } },
		{
			displayName: 'Flow JSON',
			name: 'flowJson',
			type: 'json',
			required: true,
			displayOptions: { show: { flowSource: ['json'] } },
			default: '{}',
			description: 'The whole Flow as JSON',
		},
		{
			displayName: 'Flow Action',
			name: 'flowAction',
			type: 'options',
			options: [
				{
					name: 'Data Exchange',
					value: 'data_exchange',
					description: "The Flow's endpoint gives the first screen",
				},
				{ name: 'Navigate', value: 'navigate', description: 'The first screen is set here' },
			],
			default: 'navigate',
			description: 'Where the first screen comes from',
		},
		{
			displayName: 'First Screen',
			name: 'firstScreen',
			type: 'string',
			displayOptions: { show: { flowAction: ['navigate'] } },
			default: '',
			placeholder: 'e.g. APPOINTMENT',
			description: 'ID of the screen that opens; empty for the first screen of the Flow',
		},
		{
			displayName: 'Icon',
			name: 'flowIcon',
			type: 'options',
			options: [
				{ name: 'Document', value: 'DOCUMENT' },
				{ name: 'None', value: '' },
				{ name: 'Promotion', value: 'PROMOTION' },
				{ name: 'Review', value: 'REVIEW' },
			],
			default: '',
			description: 'Picture on the button',
		},
	],
	read(button) {
		const flowAction = button.choice('flowAction');
		return {
			...(button.choice('flowSource') === 'json'
				? { flow_json: JSON.stringify(button.jsonObject('flowJson')) }
				: readFlow(button)),
			flow_action: flowAction,
			navigate_screen:
				flowAction === 'navigate' ? button.optionalText('firstScreen')?.trim() : undefined,
			icon: button.choice('flowIcon') || undefined,
		};
	},
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/mpm-template-messages */
const multiProduct: DefinitionButtonKind = {
	name: 'Multi-Product',
	description: 'Opens a list of products',
	type: 'MPM',
	alone: true,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderdetailstemplate */
const orderDetails: DefinitionButtonKind = {
	name: 'Order Details',
	description: 'Opens an order to pay',
	type: 'ORDER_DETAILS',
	max: 1,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#phone-number-buttons */
const phoneNumber: DefinitionButtonKind = {
	name: 'Phone Number',
	description: 'Calls a phone number',
	type: 'PHONE_NUMBER',
	max: 1,
	fields: [
		{
			displayName: 'Phone Number',
			name: 'phoneNumber',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +1 555 078 3881',
			description: 'Number with country code',
		},
	],
	read: (button) => ({
		phone_number: readPhoneNumber(button.text('phoneNumber'), (what, todo) =>
			button.error('phoneNumber', what, todo),
		),
	}),
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#quick-reply-buttons */
const quickReply: DefinitionButtonKind = {
	name: 'Quick Reply',
	description: 'Answers with a tap',
	type: 'QUICK_REPLY',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
const requestContactInfo: DefinitionButtonKind = {
	name: 'Request Contact Info',
	description: 'Asks the recipient to share the phone number. WhatsApp writes the label.',
	type: 'REQUEST_CONTACT_INFO',
	fixedText: true,
	alone: true,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/spm-template-messages */
const singleProduct: DefinitionButtonKind = {
	name: 'Single Product',
	description: 'Opens the product of the header',
	type: 'SPM',
	alone: true,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#url-buttons */
const url: DefinitionButtonKind = {
	name: 'URL',
	description: 'Opens a web address',
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
			description: `Address of at most ${limits.templateUrl} characters. It can end with one variable.`,
		},
		{
			displayName: 'URL Example',
			name: 'urlExample',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/shop?promo=summer2026',
			description: 'Example for an address that ends with a variable',
		},
	],
	read: readUrl,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links */
const voiceCall: DefinitionButtonKind = {
	name: 'Voice Call',
	description: 'Calls your business on WhatsApp',
	type: 'VOICE_CALL',
	max: 1,
};

/** Every button of a template but that for a one-time code, by the value of 'Button Type', in the order of its list. */
export const definitionButtonKinds = {
	catalog,
	couponCode,
	flow,
	multiProduct,
	orderDetails,
	phoneNumber,
	quickReply,
	requestContactInfo,
	singleProduct,
	url,
	voiceCall,
} satisfies Record<string, DefinitionButtonKind>;

export type DefinitionButtonType = keyof typeof definitionButtonKinds;

function readUrl(button: Parameters): RequestBody {
	const address = button.url('url', { maxLength: limits.templateUrl });
	const [fixed = '', ...rest] = address.split('{{');
	const example = button.optionalText('urlExample', { maxLength: limits.templateUrl })?.trim();
	if (rest.length === 0) {
		if (example === undefined) return { url: fixed };
		throw button.error(
			'urlExample',
			'has a value, but the URL has no variable',
			'Remove the example, or put {{1}} at the end of the URL.',
		);
	}
	if (rest.length > 1 || !/^[a-z0-9_]+\}\}$/.test(rest[0] ?? '')) {
		throw button.error(
			'url',
			'has a variable that does not stand at its end',
			'Put one variable, {{1}}, at the very end of the URL, or none.',
		);
	}
	return { url: address, example: [example ?? button.text('urlExample')] };
}
