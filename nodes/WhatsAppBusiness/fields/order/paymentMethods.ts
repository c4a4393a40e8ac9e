import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { currencies } from './currencies';
import type { CurrencyCode } from './currencies';
import { configurationType, paymentMethodKinds } from './paymentMethodKinds';
import type { PaymentMethodKind } from './paymentMethodKinds';

function shownFor(method: string, field: INodeProperties): INodeProperties {
	return {
		...field,
		displayOptions: { show: { ...field.displayOptions?.show, method: [method] } },
	};
}

const methodOptions = paymentMethodKinds.map(({ name, value, description }) => ({
	name,
	value,
	description,
}));

export const paymentMethodsField: INodeProperties = {
	displayName: 'Payment Methods',
	name: 'paymentMethods',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Payment Method',
	default: {},
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
				...paymentMethodKinds.flatMap(({ value, fields }) =>
					fields.map((field) => shownFor(value, field)),
				),
			],
		},
	],
};

/**
 * How to pay an order: `payment_settings`, or the older `payment_configuration`, and `payment_type` where
 * Meta needs it.
 * @throws InputError for a method that is missing, invalid, or not available for the currency.
 */
export function readPaymentMethods(parameters: Parameters, currency: CurrencyCode): RequestBody {
	const { paymentType, simplifiedOrder } = currencies[currency];
	const chosen = parameters
		.list('paymentMethods', 'paymentMethod', 'Payment Method', { min: simplifiedOrder ? 0 : 1 })
		.map((fields) => ({ fields, method: chosenMethod(fields, currency) }));
	const withPaymentType =
		simplifiedOrder || chosen.some(({ method }) => method.withPaymentType.includes(currency));
	const keys = { payment_type: withPaymentType ? paymentType : undefined };

	const older = chosen.find(({ method }) => method.value === configurationType);
	if (older) {
		if (chosen.length > 1) {
			throw older.fields.error('method', 'is not the only one', 'Remove the other methods.');
		}
		return { ...keys, [configurationType]: older.method.read(older.fields) };
	}
	const settings = chosen.map(({ fields, method }) => ({
		type: method.value,
		[method.value]: method.read(fields),
	}));
	return { ...keys, payment_settings: settings.length === 0 ? undefined : settings };
}

function chosenMethod(fields: Parameters, currency: CurrencyCode): PaymentMethodKind {
	const value = fields.choice('method');
	const method = paymentMethodKinds.find(
		(candidate) => candidate.value === value && candidate.currencies.includes(currency),
	);
	if (!method) {
		throw fields.error(
			'method',
			`is not available for orders in ${currency}`,
			'Choose another payment method, or another currency.',
		);
	}
	return method;
}
