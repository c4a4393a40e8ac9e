import { business } from '../../../simulator/business';
import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const catalogId = business.catalog.id;
const [productId] = business.catalog.productRetailerIds;
const action = { catalog_id: catalogId, product_retailer_id: productId };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, catalogId, productId },
		request: interactiveMessage({ type: 'product', action }),
	},
	{
		name: 'fullest',
		parameters: {
			to,
			catalogId,
			productId,
			sender: otherSender,
			options: { ...commonOptions, body: 'Our plant of the month', footer: 'While stocks last' },
		},
		request: interactiveMessageWithCommonOptions({
			type: 'product',
			body: { text: 'Our plant of the month' },
			footer: { text: 'While stocks last' },
			action,
		}),
	},
	{
		name: 'IDs without the spaces around them',
		parameters: { to, catalogId: ` ${catalogId} `, productId: ` ${productId} ` },
		request: interactiveMessage({ type: 'product', action }),
	},
	{
		name: 'a product from the list',
		parameters: { to, catalogId, productId: { __rl: true, mode: 'list', value: productId } },
		request: interactiveMessage({ type: 'product', action }),
	},
	{
		name: 'example: single product',
		example: 'Send Single Product Message',
		parameters: {
			to,
			catalogId: '367025965434465',
			productId: '<ID_TEST_ITEM_1>',
			options: { body: '<OPTIONAL_BODY_TEXT>', footer: '<OPTIONAL_FOOTER_TEXT>' },
		},
		request: interactiveMessage({
			type: 'product',
			body: { text: '<OPTIONAL_BODY_TEXT>' },
			footer: { text: '<OPTIONAL_FOOTER_TEXT>' },
			action: { catalog_id: '367025965434465', product_retailer_id: '<ID_TEST_ITEM_1>' },
		}),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing catalog', parameters: { to, productId }, message: /'Catalog' is empty/ },
	{
		name: 'a name instead of a catalog ID',
		parameters: { to, catalogId: 'Plants', productId },
		message: /'Catalog' is not a catalog ID/,
	},
	{ name: 'a missing product', parameters: { to, catalogId }, message: /'Product' is empty/ },
	{
		name: 'a body that is too long',
		parameters: { to, catalogId, productId, options: { body: 'x'.repeat(1025) } },
		message: /'Text' has 1025 characters/,
	},
];
