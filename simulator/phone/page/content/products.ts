import { el, icon, type Child } from '../dom.js';
import { hueOf, money } from '../format.js';
import { form, openSheet, submitButton } from '../sheet.js';
import type { Content } from '../wire.js';
import { bubbleButton } from './buttons.js';
import type { Drawing } from './drawing.js';

const currency = 'EUR';

/** The catalog has no prices, so each product gets a fixed made-up one. */
function priceOf(retailerId: string): number {
	return 4.99 + (hueOf(retailerId) % 40);
}

/** A placeholder picture of a product, with its ID. */
export function drawProduct(retailerId: string | undefined, name?: string): HTMLElement {
	const picture = el('div', { class: 'product-picture' }, icon('leaf'));
	picture.style.setProperty('--hue', String(hueOf(retailerId ?? 'catalog')));
	return el(
		'div',
		{ class: 'product' },
		picture,
		el('b', {}, name ?? `Product ${retailerId ?? ''}`),
		retailerId && !name ? el('span', {}, priceText(priceOf(retailerId))) : null,
	);
}

/** A button that opens products and sends an order. */
export function productButton(
	{ actions, store }: Drawing,
	label: string,
	catalogId: string | undefined,
	retailerIds: string[],
): HTMLElement {
	return bubbleButton('bag', label, () => {
		openSheet(label, (sheet) => [
			form(
				(values) => {
					const products = retailerIds.flatMap((productRetailerId) => {
						const quantity = Number(values.get(productRetailerId));
						const price = priceOf(productRetailerId);
						return quantity > 0 ? [{ productRetailerId, quantity, price, currency }] : [];
					});
					if (products.length === 0) return;
					sheet.close();
					void actions.write({
						type: 'order',
						catalogId: catalogId ?? store.sections.catalog.id,
						text: String(values.get('text') ?? '').trim() || undefined,
						products,
					});
				},
				...retailerIds.map((retailerId, index) =>
					el(
						'label',
						{ class: 'row' },
						drawProduct(retailerId),
						el(
							'span',
							{ class: 'quantity' },
							'Quantity',
							el('input', {
								type: 'number',
								name: retailerId,
								min: 0,
								max: 99,
								value: index === 0 ? 1 : 0,
							}),
						),
					),
				),
				el(
					'label',
					{ class: 'field' },
					el('span', {}, 'Note to the business'),
					el('input', { name: 'text' }),
				),
				submitButton('Send order'),
			),
		]);
	});
}

/** A button that opens the whole catalog. */
export function catalogButton(drawing: Drawing, label: string): HTMLElement {
	const { id, productRetailerIds } = drawing.store.sections.catalog;
	return productButton(drawing, label, id, [...productRetailerIds]);
}

/** An order from a customer. */
export function drawOrder({ text, product_items = [] }: NonNullable<Content['order']>): Child[] {
	const total = product_items.reduce(
		(sum, { quantity = 1, item_price = 0 }) => sum + quantity * item_price,
		0,
	);
	return [
		el('p', { class: 'response-head' }, icon('bag'), 'Order'),
		el(
			'dl',
			{ class: 'sums' },
			...product_items.flatMap(({ product_retailer_id = '', quantity = 1, item_price = 0 }) => [
				el('dt', {}, `${quantity} × ${product_retailer_id}`),
				el('dd', {}, priceText(quantity * item_price)),
			]),
			el('dt', { class: 'total' }, 'Total'),
			el('dd', { class: 'total' }, priceText(total)),
		),
		text ? el('p', {}, text) : null,
	];
}

function priceText(price: number): string {
	return money({ value: price, offset: 1 }, currency);
}
