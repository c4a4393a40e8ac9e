import { el, type Child } from '../dom.js';
import { money, toWords } from '../format.js';
import { openSheet } from '../sheet.js';
import type { Amount, OrderParameters } from '../wire.js';
import { bubbleButton } from './buttons.js';

/** Number of items and the total. */
export function orderSummary(parameters: OrderParameters = {}): HTMLElement {
	const { order, total_amount, currency, reference_id } = parameters;
	const count = (order?.items ?? []).reduce((sum, { quantity = 1 }) => sum + quantity, 0);
	return el(
		'div',
		{ class: 'order' },
		el('small', {}, `Order ${reference_id ?? ''}`),
		count > 0 ? el('span', {}, count === 1 ? '1 item' : `${count} items`) : null,
		total_amount ? el('b', { class: 'total' }, money(total_amount, currency)) : null,
	);
}

/** Status of an order. */
export function orderStatusLine(parameters: OrderParameters = {}): HTMLElement {
	const { reference_id, order, payment } = parameters;
	return el(
		'div',
		{ class: 'order' },
		el('small', {}, `Order ${reference_id ?? ''}`),
		order?.status ? el('b', {}, toWords(order.status)) : null,
		payment?.status ? el('span', {}, `Payment: ${toWords(payment.status)}`) : null,
		order?.description ? el('span', {}, order.description) : null,
	);
}

/** A button that opens all details of an order. */
export function orderButton(label: string, parameters: OrderParameters = {}): HTMLElement {
	return bubbleButton('bag', label, () => {
		openSheet(label, () => orderLines(parameters));
	});
}

function orderLines({ order = {}, total_amount, currency, ...rest }: OrderParameters): Child[] {
	if (!order.items) return [orderStatusLine({ order, ...rest })];
	const line = (label: string, amount: Amount | undefined, sign = '') =>
		amount && (amount.value ?? 0) !== 0
			? [el('dt', {}, label), el('dd', {}, sign + money(amount, currency))]
			: [];
	return [
		el('small', {}, `Order ${rest.reference_id ?? ''}`),
		el(
			'dl',
			{ class: 'sums' },
			...order.items.flatMap(({ name = '', quantity = 1, amount, sale_amount }) => {
				const one = sale_amount ?? amount ?? {};
				const all = { ...one, value: (one.value ?? 0) * quantity };
				return line(`${quantity} × ${name}`, all);
			}),
			...line('Subtotal', order.subtotal),
			...line('Tax', order.tax),
			...line('Shipping', order.shipping),
			...line('Discount', order.discount, '−'),
			el('dt', { class: 'total' }, 'Total'),
			el('dd', { class: 'total' }, money(total_amount, currency)),
		),
		el(
			'p',
			{ class: 'muted' },
			'On a phone, the payment follows here. The simulator does not support payments.',
		),
	];
}
