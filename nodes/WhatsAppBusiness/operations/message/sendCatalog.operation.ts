import type { Operation } from '../../operation';
import { interactiveFields, interactiveRequest } from './interactive/interactiveRequest';
import type { InteractiveKind } from './interactive/interactiveRequest';
import { sentMessage } from './sentMessage';

const kind: InteractiveKind = {
	type: 'catalog_message',
	bodyExample: 'Here are all our plants. Tap to browse them.',
	header: 'none',
	footer: true,
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/catalog-messages */
export const operation: Operation = {
	displayName: 'Send Catalog',
	action: 'Send the product catalog',
	description: 'Send a message with a button that opens the catalog of your business',
	sendsMessages: true,
	fields: interactiveFields(
		kind,
		[],
		[
			{
				displayName: 'Thumbnail Product ID',
				name: 'thumbnailProductId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2lc20305pt',
				description:
					'Content ID (SKU) of the product whose image is shown above the body. By default, the first product of the catalog.',
			},
		],
	),
	request(parameters, account) {
		const thumbnail = parameters.group('options').optionalText('thumbnailProductId')?.trim();
		return interactiveRequest(parameters, account, kind, {
			name: 'catalog_message',
			parameters:
				thumbnail === undefined ? undefined : { thumbnail_product_retailer_id: thumbnail },
		});
	},
	output: sentMessage,
};
