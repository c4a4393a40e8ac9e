import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../shared/limits';
import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { orderReferencePattern } from '../orderReference';
import { amount, amountField, readHundredths } from '../amount';
import { beneficiariesField, readBeneficiaries } from './beneficiaries';
import { chargeFields, readCharges } from './charges';
import { currencies } from './currencies';
import type { CurrencyCode } from './currencies';
import { expirationField, readExpiration } from './expiration';
import { itemsField, readItems } from './orderItems';
import { paymentMethodsField, readPaymentMethods } from './paymentMethods';

const currencyOptions = Object.entries(currencies).map(([value, { name }]) => ({ name, value }));

/** The fields of every order. Read with `readOrderDetails`. */
export const orderFields: INodeProperties[] = [
	{
		displayName: 'Reference ID',
		name: 'referenceId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. order-4711',
		description: `Your ID of the order, never used before. Letters, digits, underscores, dashes and dots, at most ${limits.orderReference} characters, in Brazil ${limits.orderReferenceBrazil}.`,
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
		description: 'Also determines the country: WhatsApp supports payments in Brazil and India',
	},
	paymentMethodsField,
	itemsField,
];

/** Options that an order can have only with items. */
const itemOptions: INodeProperties[] = [
	...chargeFields,
	{
		displayName: 'Catalog ID',
		name: 'catalogId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 146265584024623',
		description: 'Catalog of the items',
	},
	expirationField,
	{
		displayName: 'Quick Pay',
		name: 'quickPay',
		type: 'boolean',
		default: true,
		description: 'Whether to show only the button that pays, without a review of the order (India)',
	},
];

/** The options of an order. */
export const orderOptions: INodeProperties[] = [
	...itemOptions,
	beneficiariesField,
	amountField('Total Amount', 'totalAmount', {
		description: 'Amount to be paid. Required without items. With items, it is calculated.',
	}),
];

/**
 * The order and how to pay it, as Meta takes it in a message and in a template button.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders and
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg
 * @param parameters the parameters with `orderFields`.
 * @param chosen the parameters with `orderOptions`.
 * @throws InputError for a missing or invalid value, or a total that does not match the items.
 */
export function readOrderDetails(parameters: Parameters, chosen: Parameters): RequestBody {
	const currency = readCurrency(parameters);
	const order = readOrder(parameters, chosen, currency);
	return {
		reference_id: parameters.text('referenceId', {
			maxLength: currencies[currency].referenceMaxLength,
			pattern: orderReferencePattern,
		}),
		type: parameters.choice('goods'),
		beneficiaries: readBeneficiaries(chosen),
		...readPaymentMethods(parameters, currency),
		currency,
		total_amount: { ...amount(readTotal(parameters, chosen, order?.total)) },
		order: order?.object,
	};
}

/** Saved workflows may have Singapore, which has no payments any more. */
function readCurrency(parameters: Parameters): CurrencyCode {
	if (parameters.text('currency') === 'SGD') {
		throw parameters.error(
			'currency',
			'is Singapore Dollar, but WhatsApp ended payments in Singapore on 31 March 2025',
			'Choose another currency, or send a message with a link to your payment page.',
		);
	}
	return parameters.choice('currency') as CurrencyCode;
}

interface Order {
	/** The amount to be paid, in hundredths. */
	total: number;
	/** Meta's `order`. */
	object: RequestBody;
}

/** The order with its items, or undefined if items are optional and there are none. */
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
	for (const { name } of itemOptions) {
		if (chosen.hasValue(name)) {
			throw chosen.error(
				name,
				'is set, but the order has no items',
				'Add items, or remove this option.',
			);
		}
	}
}

function readTotal(
	parameters: Parameters,
	chosen: Parameters,
	calculated: number | undefined,
): number {
	if (calculated === undefined) return readHundredths(chosen, 'totalAmount');
	if (calculated <= 0) {
		throw parameters.error(
			'items',
			'cost nothing after the discount',
			'Lower the discount: the total must be more than 0.',
		);
	}
	if (chosen.hasValue('totalAmount') && readHundredths(chosen, 'totalAmount') !== calculated) {
		throw chosen.error(
			'totalAmount',
			`is not ${(calculated / 100).toFixed(2)}, the total of items, tax, shipping and discount`,
			'Correct one of them, or remove the total amount.',
		);
	}
	return calculated;
}
