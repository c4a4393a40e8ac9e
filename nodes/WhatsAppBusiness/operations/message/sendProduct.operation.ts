import type { Operation } from '../../operation';
import { catalogField, readCatalogId } from '../../fields/catalog';
import { productField, readProduct } from '../../fields/products/product';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'product',
	bodyExample: 'This one is back in stock',
	header: 'none',
	optionalBody: true,
	footer: true,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products */
export const operation: Operation = {
	displayName: 'Send Product',
	action: 'Send a product of the catalog',
	description: 'Send one product of your catalog, which the recipient can add to the cart',
	sendsMessages: true,
	fields: interactiveFields(kind, [catalogField, productField]),
	request(parameters, account) {
		return interactiveRequest(parameters, account, kind, {
			catalog_id: readCatalogId(parameters),
			product_retailer_id: readProduct(parameters),
		});
	},
	output: sentMessage,
};
