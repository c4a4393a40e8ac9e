import type { INodeProperties } from 'n8n-workflow';

import { productIdField } from '../products/product';
import { productSectionsField, readProductSections } from '../products/productSections';
import { actionParameter } from './buttonKind';
import type { ButtonKind } from './buttonKind';

const thumbnailProductId: INodeProperties = {
	...productIdField,
	displayName: 'Thumbnail Product ID',
	name: 'thumbnailProductId',
	description: 'Content ID (SKU) of the product whose image is shown',
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/catalog-template-messages */
export const catalog: ButtonKind = {
	name: 'Catalog',
	description: 'Opens your catalog',
	subType: 'catalog',
	fields: [
		{
			...thumbnailProductId,
			required: false,
			description: `${thumbnailProductId.description}. By default, the first product.`,
		},
	],
	read(button) {
		const productId = button.optionalText('thumbnailProductId');
		return productId === undefined
			? []
			: [actionParameter({ thumbnail_product_retailer_id: productId.trim() })];
	},
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/mpm-template-messages */
export const multiProduct: ButtonKind = {
	name: 'Multi-Product',
	description: 'Opens a list of products',
	subType: 'mpm',
	fields: [thumbnailProductId, productSectionsField],
	read: (button) => [
		actionParameter({
			thumbnail_product_retailer_id: button.text('thumbnailProductId').trim(),
			sections: readProductSections(button),
		}),
	],
};
