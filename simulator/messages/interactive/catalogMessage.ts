import { z } from 'zod';
import { body, footer, interactive } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products */
export const catalogMessage = interactive('catalog_message', {
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({
		name: z.literal('catalog_message'),
		parameters: z.strictObject({ thumbnail_product_retailer_id: z.string().optional() }).optional(),
	}),
});
