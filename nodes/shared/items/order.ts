import { asNumber, asObject, asObjects, asText } from '../../graphApi/coerce';
import { listed } from '../messageText';
import type { WebhookMessage } from '../events/payload';

/** The cart of a customer. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/order */
export interface Order {
	catalogId: string | null;
	/** What the customer wrote with it. */
	text: string | null;
	products: Array<{
		/** The product's ID in the catalog: Meta's `product_retailer_id`. */
		id: string | null;
		quantity: number | null;
		/** Of one piece. */
		price: number | null;
		/** ISO 4217, e.g. "USD". */
		currency: string | null;
	}>;
}

export function orderContent({ order: sent }: WebhookMessage): {
	order: Order;
	text: string | null;
} {
	const { catalog_id, text, product_items } = asObject(sent);
	const order = {
		catalogId: asText(catalog_id),
		text: asText(text),
		products: asObjects(product_items).map((product) => ({
			id: asText(product.product_retailer_id),
			quantity: asNumber(product.quantity),
			price: asNumber(product.item_price),
			currency: asText(product.currency),
		})),
	};
	return { order, text: order.text ?? productsText(order.products) };
}

/** The products as a person reads them, e.g. `2 × di9ozbzfi4 at 30 USD`. Null if nothing is known of them. */
export function productsText(products: Order['products']): string | null {
	return listed(
		products.map(({ id, quantity, price, currency }) => {
			if (id === null) return null;
			const times = quantity === null ? '' : `${quantity} × `;
			const each = price === null ? '' : ` at ${price}${currency === null ? '' : ` ${currency}`}`;
			return `${times}${id}${each}`;
		}),
	);
}
