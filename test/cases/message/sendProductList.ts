import type { INodeParameters } from 'n8n-workflow';

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
const [first, second, third] = business.catalog.productRetailerIds;
const body = 'Everything for a sunny windowsill';

const withSections = (...section: INodeParameters[]): INodeParameters => ({
	to,
	headerText: 'Summer plants',
	body,
	catalogId,
	productSections: { section },
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: withSections({ productIds: first }),
		request: interactiveMessage({
			type: 'product_list',
			header: { type: 'text', text: 'Summer plants' },
			body: { text: body },
			action: {
				catalog_id: catalogId,
				sections: [{ product_items: [{ product_retailer_id: first }] }],
			},
		}),
	},
	{
		name: 'fullest',
		parameters: {
			...withSections(
				{ sectionTitle: 'Succulents', productIds: `${first}, ${second}` },
				{ sectionTitle: 'Pots', productIds: third },
			),
			sender: otherSender,
			options: { ...commonOptions, footer: 'While stocks last' },
		},
		request: interactiveMessageWithCommonOptions({
			type: 'product_list',
			header: { type: 'text', text: 'Summer plants' },
			body: { text: body },
			footer: { text: 'While stocks last' },
			action: {
				catalog_id: catalogId,
				sections: [
					{
						title: 'Succulents',
						product_items: [{ product_retailer_id: first }, { product_retailer_id: second }],
					},
					{ title: 'Pots', product_items: [{ product_retailer_id: third }] },
				],
			},
		}),
	},
	{
		name: 'products from the list, after those by ID',
		parameters: withSections(
			{
				sectionTitle: 'Succulents',
				productIds: first,
				products: {
					product: [
						{ productId: { __rl: true, mode: 'list', value: third } },
						{ productId: { __rl: true, mode: 'id', value: second } },
					],
				},
			},
			{
				sectionTitle: 'Pots',
				products: { product: [{ productId: { __rl: true, mode: 'list', value: first } }] },
			},
		),
		request: interactiveMessage({
			type: 'product_list',
			header: { type: 'text', text: 'Summer plants' },
			body: { text: body },
			action: {
				catalog_id: catalogId,
				sections: [
					{
						title: 'Succulents',
						product_items: [
							{ product_retailer_id: first },
							{ product_retailer_id: third },
							{ product_retailer_id: second },
						],
					},
					{ title: 'Pots', product_items: [{ product_retailer_id: first }] },
				],
			},
		}),
	},
	{
		name: 'products from data, by category',
		parameters: {
			...withSections(),
			specifyProducts: 'data',
			productsData: JSON.stringify([
				{ sku: first, category: 'Succulents' },
				{ sku: third, category: 'Pots' },
				{ sku: second, category: 'Succulents' },
			]),
		},
		request: interactiveMessage({
			type: 'product_list',
			header: { type: 'text', text: 'Summer plants' },
			body: { text: body },
			action: {
				catalog_id: catalogId,
				sections: [
					{
						title: 'Succulents',
						product_items: [{ product_retailer_id: first }, { product_retailer_id: second }],
					},
					{ title: 'Pots', product_items: [{ product_retailer_id: third }] },
				],
			},
		}),
	},
	{
		name: 'product IDs from data',
		parameters: { ...withSections(), specifyProducts: 'data', productsData: [first, second] },
		request: interactiveMessage({
			type: 'product_list',
			header: { type: 'text', text: 'Summer plants' },
			body: { text: body },
			action: {
				catalog_id: catalogId,
				sections: [
					{ product_items: [{ product_retailer_id: first }, { product_retailer_id: second }] },
				],
			},
		}),
	},
	{
		name: 'product IDs as a list from an expression',
		parameters: withSections({ productIds: [first, second] }),
		request: interactiveMessage({
			type: 'product_list',
			header: { type: 'text', text: 'Summer plants' },
			body: { text: body },
			action: {
				catalog_id: catalogId,
				sections: [
					{ product_items: [{ product_retailer_id: first }, { product_retailer_id: second }] },
				],
			},
		}),
	},
	{
		name: 'example: multi-product',
		example: 'Send Multi-Product Message',
		parameters: {
			...withSections(
				{ sectionTitle: '<SECTION1_TITLE>', productIds: '<PRODUCT_1>,<PRODUCT_2>' },
				{ sectionTitle: '<SECTION2_TITLE>', productIds: '<PRODUCT_3>,<PRODUCT_4>' },
			),
			options: { footer: '<FOOTER>' },
		},
		request: interactiveMessage({
			type: 'product_list',
			header: { type: 'text', text: 'Summer plants' },
			body: { text: body },
			footer: { text: '<FOOTER>' },
			action: {
				catalog_id: catalogId,
				sections: [
					{
						title: '<SECTION1_TITLE>',
						product_items: [
							{ product_retailer_id: '<PRODUCT_1>' },
							{ product_retailer_id: '<PRODUCT_2>' },
						],
					},
					{
						title: '<SECTION2_TITLE>',
						product_items: [
							{ product_retailer_id: '<PRODUCT_3>' },
							{ product_retailer_id: '<PRODUCT_4>' },
						],
					},
				],
			},
		}),
	},
];

const manyIds = (count: number) => Array.from({ length: count }, (_, index) => index).join(',');

export const rejected: RejectedCase[] = [
	{
		name: '31 products in the data',
		parameters: {
			...withSections(),
			specifyProducts: 'data',
			productsData: Array.from({ length: 31 }, (_, index) => index),
		},
		message: /^'Products Data' has 31 entries/,
	},
	{
		name: 'an entry of the data without an ID',
		parameters: {
			...withSections(),
			specifyProducts: 'data',
			productsData: '[{ "name": "Aloe" }]',
		},
		message: /^'Products Data' \(entry 1\) has nothing under 'product_retailer_id'/,
	},
	{
		name: 'a product without a section beside others',
		parameters: {
			...withSections(),
			specifyProducts: 'data',
			productsData: JSON.stringify([{ sku: first, section: 'Succulents' }, second]),
		},
		message: /^'Product Section 2 → Section Title' is empty/,
	},
	{
		name: 'a missing header',
		parameters: { ...withSections({ productIds: first }), headerText: '' },
		message: /'Header' is empty/,
	},
	{
		name: 'a header that is too long',
		parameters: { ...withSections({ productIds: first }), headerText: 'x'.repeat(61) },
		message: /'Header' has 61 characters/,
	},
	{
		name: 'a header with formatting',
		parameters: { ...withSections({ productIds: first }), headerText: 'Our *offers*' },
		message: /^'Header' has formatting$/,
	},
	{
		name: 'a missing body',
		parameters: { ...withSections({ productIds: first }), body: '' },
		message: /'Text' is empty/,
	},
	{
		name: 'a missing catalog',
		parameters: { ...withSections({ productIds: first }), catalogId: '' },
		message: /'Catalog' is empty/,
	},
	{ name: 'a missing section', parameters: withSections(), message: /'Product Sections' is empty/ },
	{
		name: 'two sections, one without title',
		parameters: withSections(
			{ sectionTitle: 'Succulents', productIds: first },
			{ productIds: second },
		),
		message: /'Product Section 2 → Section Title' is empty/,
	},
	{
		name: 'a section title that is too long',
		parameters: withSections({ sectionTitle: 'x'.repeat(25), productIds: first }),
		message: /'Product Section 1 → Section Title' has 25 characters/,
	},
	{
		name: 'eleven sections',
		parameters: withSections(
			...Array.from({ length: 11 }, () => ({ sectionTitle: 'S', productIds: first })),
		),
		message: /'Product Sections' has 11 /,
	},
	{
		name: '31 products',
		parameters: withSections(
			{ sectionTitle: 'A', productIds: manyIds(20) },
			{ sectionTitle: 'B', productIds: manyIds(11) },
		),
		message: /'Product Sections' has 31 products/,
	},
	{
		name: 'a product that was added, but not chosen',
		parameters: withSections({ productIds: first, products: { product: [{}] } }),
		message: /'Product Section 1 → Product 1 → Product' is empty/,
	},
	{
		name: 'a section without products',
		parameters: withSections({ sectionTitle: 'A', productIds: ' , ' }),
		message: /'Product Section 1 → Product IDs' is empty/,
	},
];
