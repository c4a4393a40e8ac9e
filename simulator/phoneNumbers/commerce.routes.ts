import { z } from 'zod';
import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { flag } from '../graph/flag';
import { validate } from '../graph/validation';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/set-commerce-settings */
export const getCommerceSettings = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'whatsapp_commerce_settings',
	handle: ({ node }) => ({ data: [{ id: business.catalog.id, ...node.commerce }] }),
});

/** In the documentation these are query parameters. */
const schema = z.looseObject({
	is_cart_enabled: flag.optional(),
	is_catalog_visible: flag.optional(),
});

export const setCommerceSettings = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'whatsapp_commerce_settings',
	handle: ({ node, body }) => {
		const { is_cart_enabled, is_catalog_visible } = validate(schema, body);
		node.commerce.is_cart_enabled = is_cart_enabled ?? node.commerce.is_cart_enabled;
		node.commerce.is_catalog_visible = is_catalog_visible ?? node.commerce.is_catalog_visible;
		return { success: true };
	},
});
