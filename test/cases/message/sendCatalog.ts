import { business } from '../../../simulator/business';
import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'Ordering is easy. Just visit our catalog and add items to purchase.';
const [product] = business.catalog.productRetailerIds;
const withThumbnail = {
	type: 'catalog_message',
	body: { text: body },
	footer: { text: 'Best grocery deals on WhatsApp!' },
	action: {
		name: 'catalog_message',
		parameters: { thumbnail_product_retailer_id: product },
	},
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, body },
		request: interactiveMessage({
			type: 'catalog_message',
			body: { text: body },
			action: { name: 'catalog_message' },
		}),
	},
	{
		name: 'fullest',
		parameters: {
			to,
			body,
			sender: otherSender,
			options: {
				...commonOptions,
				thumbnailProductId: product,
				footer: 'Best grocery deals on WhatsApp!',
			},
		},
		request: interactiveMessageWithCommonOptions(withThumbnail),
	},
	{
		name: 'example: catalog message',
		example: 'Send Catalog Message',
		parameters: {
			to,
			body,
			options: { thumbnailProductId: product, footer: 'Best grocery deals on WhatsApp!' },
		},
		request: interactiveMessage(withThumbnail),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing body', parameters: { to }, message: /'Text' is empty/ },
	{
		name: 'a footer that is too long',
		parameters: { to, body, options: { footer: 'x'.repeat(61) } },
		message: /'Footer' has 61 characters/,
	},
];
