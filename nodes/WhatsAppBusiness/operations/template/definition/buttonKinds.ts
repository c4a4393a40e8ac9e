import { limits } from '../../../../shared/limits';
import type { DefinitionButtonKind } from './buttonKind';
import { flow } from './flowButton';
import { boleto, paymentLink, pixCode } from './paymentRequestButtons';
import { url } from './urlButton';

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
	description: 'Copies a coupon code. WhatsApp provides the label.',
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

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/mpm-template-messages */
const multiProduct: DefinitionButtonKind = {
	name: 'Multi-Product',
	description: 'Opens a list of products',
	type: 'MPM',
	alone: true,
};

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderdetailstemplate
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/checkout-button-templates
 */
const orderDetails: DefinitionButtonKind = {
	name: 'Order Details',
	description: 'Opens an order to pay, or a checkout',
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
		phone_number: button.phoneNumber(button.text('phoneNumber'), (what, todo) =>
			button.error('phoneNumber', what, todo),
		),
	}),
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#quick-reply-buttons */
const quickReply: DefinitionButtonKind = {
	name: 'Quick Reply',
	description: 'Replies with a tap',
	type: 'QUICK_REPLY',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
const requestContactInfo: DefinitionButtonKind = {
	name: 'Request Contact Info',
	description: 'Asks the recipient to share the phone number. WhatsApp provides the label.',
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

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links */
const voiceCall: DefinitionButtonKind = {
	name: 'Voice Call',
	description: 'Calls your business on WhatsApp',
	type: 'VOICE_CALL',
	max: 1,
};

/** Every kind of button except for one-time codes, by the value of 'Button Type', in the order of the list. */
export const definitionButtonKinds = {
	boleto,
	catalog,
	couponCode,
	flow,
	multiProduct,
	orderDetails,
	paymentLink,
	phoneNumber,
	pixCode,
	quickReply,
	requestContactInfo,
	singleProduct,
	url,
	voiceCall,
} satisfies Record<string, DefinitionButtonKind>;

export type DefinitionButtonType = keyof typeof definitionButtonKinds;
