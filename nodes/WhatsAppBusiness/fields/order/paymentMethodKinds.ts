import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../shared/limits';
import { boletoField, paymentUrlField, pixCodeField } from '../paymentRequest';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import type { CurrencyCode } from './currencies';
import { gatewayFields, readGateway } from './paymentGateways';

export const configurationType = 'payment_configuration';

export interface PaymentMethodKind {
	name: string;
	/** Meta's type, also the key of the content. */
	value: string;
	description: string;
	currencies: readonly CurrencyCode[];
	/** Currencies for which Meta also needs the older `payment_type`. */
	withPaymentType: readonly CurrencyCode[];
	fields: INodeProperties[];
	read(method: Parameters): RequestBody[string];
}

const upiLink = { regex: /^\s*upi:\/\//i, description: "a link that begins with 'upi://'" };

const fourDigits = { regex: /^\s*\d{4}\s*$/, description: '4 digits' };

const pixKeyTypes = ['CNPJ', 'CPF', 'EMAIL', 'EVP', 'PHONE'].map((value) => ({
	name: value,
	value,
}));

export const paymentMethodKinds: PaymentMethodKind[] = [
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/boleto */
	{
		name: 'Boleto (Brazil)',
		value: 'boleto',
		description: 'A button that copies the boleto code',
		currencies: ['BRL'],
		withPaymentType: ['BRL'],
		fields: [boletoField],
		read: (method) => ({ digitable_line: method.text('digitableLine').trim() }),
	},
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/one-click-payments */
	{
		name: 'One-Click Card (Brazil)',
		value: 'offsite_card_pay',
		description: 'A card that you have stored; the recipient only confirms',
		currencies: ['BRL'],
		withPaymentType: ['BRL'],
		fields: [
			textField('Last Four Digits', 'lastFourDigits', '5235', {
				description: 'Of the card number',
			}),
			textField('Card Credential ID', 'credentialId', '1234567', {
				description: 'Your ID of the card, which the webhook returns',
			}),
		],
		read: (method) => ({
			last_four_digits: method.text('lastFourDigits', { pattern: fourDigits }).trim(),
			credential_id: method.text('credentialId').trim(),
		}),
	},
	/** The older way, which Meta still supports: https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/upi-intent */
	{
		name: 'Payment Configuration (India)',
		value: configurationType,
		description: 'A configuration in WhatsApp Manager, by its name',
		currencies: ['INR'],
		withPaymentType: ['INR'],
		fields: [
			textField('Configuration Name', 'configurationName', 'my-payment-config', {
				description: `Name in WhatsApp Manager, at most ${limits.paymentConfiguration} characters`,
			}),
		],
		read: (method) =>
			method.text('configurationName', { maxLength: limits.paymentConfiguration }).trim(),
	},
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
	{
		name: 'Payment Gateway (India)',
		value: 'payment_gateway',
		description: 'BillDesk, PayU, Razorpay or Zaakpay',
		currencies: ['INR'],
		withPaymentType: [],
		fields: gatewayFields,
		read: readGateway,
	},
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/payment-links */
	{
		name: 'Payment Link (Brazil, India)',
		value: 'payment_link',
		description: 'A page of your payment provider',
		currencies: ['BRL', 'INR'],
		withPaymentType: ['BRL', 'INR'],
		fields: [
			paymentUrlField,
			textField('Success URL', 'successUrl', 'https://pay.example.com/done', {
				required: false,
				description: 'Page that marks the payment as paid. India only.',
			}),
			textField('Cancel URL', 'cancelUrl', 'https://pay.example.com/canceled', {
				required: false,
				description: 'Page that marks the payment as not paid. India only.',
			}),
		],
		read: (method) => ({
			uri: method.url('paymentUrl'),
			success_url: method.hasValue('successUrl') ? method.url('successUrl') : undefined,
			cancel_url: method.hasValue('cancelUrl') ? method.url('cancelUrl') : undefined,
		}),
	},
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/offsite-pix */
	{
		name: 'Pix (Brazil)',
		value: 'pix_dynamic_code',
		description: 'A button that copies the dynamic Pix code',
		currencies: ['BRL'],
		withPaymentType: ['BRL'],
		fields: [
			pixCodeField,
			textField('Merchant Name', 'merchantName', 'Lucky Shrub Ltda', {
				description: 'Account holder, shown to the recipient',
			}),
			textField('Pix Key', 'pixKey', '39580525000189', { description: 'Shown to the recipient' }),
			{
				displayName: 'Pix Key Type',
				name: 'pixKeyType',
				type: 'options',
				options: pixKeyTypes,
				default: 'CNPJ',
			},
		],
		read: (method) => ({
			code: method.text('pixCode').trim(),
			merchant_name: method.text('merchantName').trim(),
			key: method.text('pixKey').trim(),
			key_type: method.choice('pixKeyType'),
		}),
	},
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/upi-intent/dynamic-vpa */
	{
		name: 'UPI Intent Link (India)',
		value: 'upi_intent_link',
		description: 'The UPI link of any payment gateway',
		currencies: ['INR'],
		withPaymentType: [],
		fields: [
			textField(
				'UPI Link',
				'upiLink',
				'upi://pay?pa=merchant@psp&pn=Lucky%20Shrub&mc=5399&tr=87737',
				{
					description: 'With the parameters pa, pn, mc, purpose and tr',
				},
			),
		],
		read: (method) => ({ link: method.text('upiLink', { pattern: upiLink }).trim() }),
	},
];

function textField(
	displayName: string,
	name: string,
	example: string,
	more: Partial<INodeProperties> = {},
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		required: true,
		default: '',
		placeholder: `e.g. ${example}`,
		...more,
	};
}
