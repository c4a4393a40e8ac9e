import { z } from 'zod';
import { body, footer, interactive } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products */
export const product = interactive('product', {
	body: body().optional(),
	footer: footer.optional(),
	action: z.strictObject({
		catalog_id: z.string().min(1),
		product_retailer_id: z.string().min(1),
	}),
});
