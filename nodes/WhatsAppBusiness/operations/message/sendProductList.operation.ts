import type { Operation } from '../../operation';
import { catalogField, readCatalogId } from '../../fields/catalog';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { productSectionsFields, readProductSections } from '../../fields/products/productSections';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'product_list',
	bodyExample: 'Our favorites for your balcony',
	header: 'requiredText',
	footer: true,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products */
export const operation: Operation = {
	displayName: 'Send Product List',
	action: 'Send several products of the catalog',
	description: 'Send products of your catalog in sections, which the recipient can add to the cart',
	sendsMessages: true,
	fields: interactiveFields(kind, [catalogField, ...productSectionsFields]),
	request(parameters, account) {
		return interactiveRequest(parameters, account, kind, {
			catalog_id: readCatalogId(parameters),
			sections: readProductSections(parameters),
		});
	},
	output: sentMessage,
};
