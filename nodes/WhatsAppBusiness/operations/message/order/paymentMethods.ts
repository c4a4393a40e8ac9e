import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';
import { currencies } from './currencies';
import type { CurrencyCode } from './currencies';
import { gatewayFields, readGateway } from './paymentGateways';

const configuration = 'payment_configuration';

interface PaymentMethod {
	name: string;
	/** Meta's type; the content stands under the same key. */
	value: string;
	description: string;
	currencies: readonly CurrencyCode[];
	/** Currencies in which Meta also wants the older `payment_type`. */
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

const methods: PaymentMethod[] = [
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/boleto */
	{
		name: 'Boleto (Brazil)',
		value: 'boleto',
		description: 'A button that copies the line of the boleto',
		currencies: ['BRL'],
		withPaymentType: ['BRL'],
		fields: [
			text('Digitable Line', 'digitableLine', '03399026944140000002628346101018898510000008848', {
				description: 'The linha digitável of the boleto',
			}),
		],
		read: (method) => ({ digitable_line: method.text('digitableLine').trim() }),
	},
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/one-click-payments */
	{
		name: 'One-Click Card (Brazil)',
		value: 'offsite_card_pay',
		description: 'A card that you stored earlier; the recipient only confirms',
		currencies: ['BRL'],
		withPaymentType: ['BRL'],
		fields: [
			text('Last Four Digits', 'lastFourDigits', '5235', { description: 'Of the card number' }),
			text('Card Credential ID', 'credentialId', '1234567', {
				description: 'Your ID of the card, which the webhook gives back',
			}),
		],
		read: (method) => ({
			last_four_digits: method.text('lastFourDigits', { pattern: fourDigits }).trim(),
			credential_id: method.text('credentialId').trim(),
		}),
	},
	/** The older way, which Meta still takes: https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/upi-intent */
	{
		name: 'Payment Configuration (India, Singapore)',
		value: configuration,
		description: 'The configuration of the WhatsApp Manager by its name alone',
		currencies: ['INR', 'SGD'],
		withPaymentType: ['INR', 'SGD'],
		fields: [
			text('Configuration Name', 'configurationName', 'my-payment-config', {
				description: `Name in the WhatsApp Manager, at most ${limits.paymentConfiguration} characters`,
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
			text('Payment URL', 'paymentUrl', 'https://pay.example.com/i/rNiAagU8y'),
			text('Success URL', 'successUrl', 'https://pay.example.com/done', {
				required: false,
				description: 'Page that ends the payment as paid. India only.',
			}),
			text('Cancel URL', 'cancelUrl', 'https://pay.example.com/canceled', {
				required: false,
				description: 'Page that ends the payment as not paid. India only.',
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
			text('Pix Code', 'pixCode', '00020101021226700014br.gov.bcb.pix2548pix.example.com'),
			text('Merchant Name', 'merchantName', 'Lucky Shrub Ltda', {
				description: 'The holder of the account, shown to the recipient',
			}),
			text('Pix Key', 'pixKey', '39580525000189', { description: 'Shown to the recipient' }),
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
			text('UPI Link', 'upiLink', 'upi://pay?pa=merchant@psp&pn=Lucky%20Shrub&mc=5399&tr=87737', {
				description: 'With the parameters pa, pn, mc, purpose and tr',
			}),
		],
		read: (method) => ({ link: method.text('upiLink', { pattern: upiLink }).trim() }),
	},
];

function text(
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

function shownFor(method: string, field: INodeProperties): INodeProperties {
	return {
		...field,
		displayOptions: { show: { ...field.displayOptions?.show, method: [method] } },
	};
}

const methodOptions = methods.map(({ name, value, description }) => ({ name, value, description }));

export const paymentMethodsField: INodeProperties = {
	displayName: 'Payment Methods',
	name: 'paymentMethods',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Payment Method',
	default: {},
	description: 'How the recipient can pay',
	options: [
		{
			displayName: 'Payment Method',
			name: 'paymentMethod',
			values: [
				{
					displayName: 'Method',
					name: 'method',
					type: 'options',
					options: methodOptions,
					default: 'payment_link',
				},
				...methods.flatMap(({ value, fields }) => fields.map((field) => shownFor(value, field))),
			],
		},
	],
};

/**
 * The keys that say how an order is paid: `payment_settings`, or the older `payment_configuration`, and
 * `payment_type` where Meta wants it.
 * @throws InputError when a method is not there for the currency, is missing, or can't work.
 */
export function readPaymentMethods(parameters: Parameters, currency: CurrencyCode): RequestBody {
	const { paymentType, simplifiedOrder } = currencies[currency];
	const chosen = parameters
		.list('paymentMethods', 'paymentMethod', 'Payment Method', { min: simplifiedOrder ? 0 : 1 })
		.map((fields) => ({ fields, method: chosenMethod(fields, currency) }));
	const withPaymentType =
		simplifiedOrder || chosen.some(({ method }) => method.withPaymentType.includes(currency));
	const keys = { payment_type: withPaymentType ? paymentType : undefined };

	const older = chosen.find(({ method }) => method.value === configuration);
	if (older) {
		if (chosen.length > 1) {
			throw older.fields.error('method', 'is not the only one', 'Remove the other methods.');
		}
		return { ...keys, [configuration]: older.method.read(older.fields) };
	}
	const settings = chosen.map(({ fields, method }) => ({
		type: method.value,
		[method.value]: method.read(fields),
	}));
	return { ...keys, payment_settings: settings.length === 0 ? undefined : settings };
}

function chosenMethod(fields: Parameters, currency: CurrencyCode): PaymentMethod {
	const value = fields.choice('method');
	const method = methods.find(
		(candidate) => candidate.value === value && candidate.currencies.includes(currency),
	);
	if (!method) {
		throw fields.error(
			'method',
			`does not exist for orders in ${currency}`,
			'Choose another payment method, or another currency.',
		);
	}
	return method;
}
