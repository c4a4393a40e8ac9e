import type { INodeProperties } from 'n8n-workflow';

import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters';
import { interactiveFields, interactiveRequest } from '../../sharedFields/interactive';
import type { InteractiveKind } from '../../sharedFields/interactive';
import { limits } from '../../sharedFields/limits';
import { amount, amountField, readHundredths } from '../../sharedFields/order/amount';
import { beneficiariesField, readBeneficiaries } from '../../sharedFields/order/beneficiaries';
import { chargeFields, readCharges } from '../../sharedFields/order/charges';
import { currencies } from '../../sharedFields/order/currencies';
import type { CurrencyCode } from '../../sharedFields/order/currencies';
import { itemsField, readItems } from '../../sharedFields/order/items';
import { paymentMethodsField, readPaymentMethods } from '../../sharedFields/order/paymentMethods';

const kind: InteractiveKind = { type: 'order_details', header: 'any', footer: true };

const referencePattern = {
	regex: /^[A-Za-z0-9_.-]+$/,
	description: 'made of English letters, digits, underscores, dashes and dots',
};

const currencyOptions = Object.entries(currencies).map(([value, { name }]) => ({ name, value }));

const own: INodeProperties[] = [
	{
		displayName: 'Reference ID',
		name: 'referenceId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. order-4711',
		description: `Your own ID of the order, never used before. Letters, digits, underscores, dashes and dots, at most ${limits.orderReference} characters, in Brazil ${limits.orderReferenceBrazil}.`,
	},
	{
		displayName: 'Goods',
		name: 'goods',
		type: 'options',
		options: [
			{ name: 'Digital', value: 'digital-goods' },
			{ name: 'Physical', value: 'physical-goods' },
		],
		default: 'physical-goods',
	},
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'options',
		options: currencyOptions,
		default: 'INR',
		description: 'Stands for the country: WhatsApp takes payments in Brazil, India and Singapore',
	},
	paymentMethodsField,
	itemsField,
];

/** Options that are a part of the order with items. */
const orderOptions: INodeProperties[] = [
	...chargeFields,
	{
		displayName: 'Catalog ID',
		name: 'catalogId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 146265584024623',
		description: 'Catalog that the items are in',
	},
	{
		displayName: 'Expiration',
		name: 'expiration',
		type: 'fixedCollection',
		placeholder: 'Add Expiration',
		default: {},
		description: 'When the order can no longer be paid',
		options: [
			{
				displayName: 'Expiration',
				name: 'expiration',
				values: [
					{
						displayName: 'Expiration Time',
						name: 'time',
						type: 'dateTime',
						required: true,
						default: '',
						description: 'At least 5 minutes from now',
					},
					{
						displayName: 'Expiration Description',
						name: 'description',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. The offer ends tonight',
						description: `Why it ends, at most ${limits.orderExpiration} characters`,
					},
				],
			},
		],
	},
	{
		displayName: 'Quick Pay',
		name: 'quickPay',
		type: 'boolean',
		default: true,
		description: 'Whether to show only the button that pays, without a review of the order (India)',
	},
];

const options: INodeProperties[] = [
	...orderOptions,
	beneficiariesField,
	amountField('Total Amount', 'totalAmount', {
		description:
			'What is to be paid. Needed without items; with items it is worked out, and checked when you enter it.',
	}),
];

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg
 */
export const operation: Operation = {
	displayName: 'Send Order Details',
	action: 'Send an order details message',
	description:
		'Send an order that the recipient can pay in WhatsApp, in Brazil, India or Singapore',
	fields: interactiveFields(kind, own, options),
	request(parameters, account) {
		const chosen = parameters.group('options');
		const currency = parameters.choice('currency') as CurrencyCode;
		const order = readOrder(parameters, chosen, currency);
		return interactiveRequest(parameters, account, kind, {
			name: 'review_and_pay',
			parameters: {
				reference_id: parameters.text('referenceId', {
					maxLength: currencies[currency].referenceMaxLength,
					pattern: referencePattern,
				}),
				type: parameters.choice('goods'),
				beneficiaries: readBeneficiaries(chosen),
				...readPaymentMethods(parameters, currency),
				currency,
				total_amount: { ...amount(readTotal(parameters, chosen, order?.total)) },
				order: order?.object,
			},
		});
	},
};

interface Order {
	/** What is to be paid, in hundredths. */
	total: number;
	/** Meta's `order`. */
	object: RequestBody;
}

/** The order with its items, or undefined where it may do without and has none. */
function readOrder(
	parameters: Parameters,
	chosen: Parameters,
	currency: CurrencyCode,
): Order | undefined {
	const { productIdNeeded, simplifiedOrder } = currencies[currency];
	const catalogId = chosen.optionalText('catalogId')?.trim();
	const items = readItems(parameters, { productIdNeeded, inCatalog: catalogId !== undefined });
	if (items.objects.length === 0) {
		checkSimplified(parameters, chosen, simplifiedOrder);
		return undefined;
	}
	const charges = readCharges(chosen);
	return {
		total: items.subtotal + charges.sum,
		object: {
			status: 'pending',
			type: chosen.boolean('quickPay') ? 'quick_pay' : undefined,
			catalog_id: catalogId,
			expiration: readExpiration(chosen),
			items: items.objects,
			subtotal: { ...amount(items.subtotal) },
			...charges.objects,
		},
	};
}

function checkSimplified(
	parameters: Parameters,
	chosen: Parameters,
	simplifiedOrder: boolean,
): void {
	if (!simplifiedOrder) throw parameters.error('items', 'is empty', 'Add at least one item.');
	for (const { name } of orderOptions) {
		if (chosen.has(name)) {
			throw chosen.error(name, 'has no items to go with', 'Add the items, or remove this option.');
		}
	}
}

function readTotal(parameters: Parameters, chosen: Parameters, worked: number | undefined): number {
	if (worked === undefined) return readHundredths(chosen, 'totalAmount');
	if (worked <= 0) {
		throw parameters.error(
			'items',
			'cost nothing after the discount',
			'Lower the discount: the total must be more than 0.',
		);
	}
	if (chosen.has('totalAmount') && readHundredths(chosen, 'totalAmount') !== worked) {
		throw chosen.error(
			'totalAmount',
			`is not ${(worked / 100).toFixed(2)}, what the items, tax, shipping and discount come to`,
			'Correct one of them, or remove the total amount.',
		);
	}
	return worked;
}

function readExpiration(chosen: Parameters): RequestBody | undefined {
	const expiration = chosen.entry('expiration', 'expiration');
	if (!expiration) return undefined;
	const timestamp = expiration.optionalTimestamp('time');
	if (timestamp === undefined) throw expiration.error('time', 'is empty', 'Choose a time.');
	return {
		timestamp: String(timestamp),
		description: expiration.text('description', { maxLength: limits.orderExpiration }),
	};
}
