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

const body = 'Here are our latest arrivals, each under $25:';
const catalogId = business.catalog.id;
const [first, second] = business.catalog.productRetailerIds;

const withCards = (cardType: string, ...card: INodeParameters[]): INodeParameters => ({
	to,
	body,
	cardType,
	cards: { card },
});
const urlCard = (name: string): INodeParameters => ({
	mediaUrl: `https://example.com/${name}.jpeg`,
	buttonText: 'Buy now',
	buttonUrl: `https://example.com/shop/${name}`,
});
const replyCard = (...button: Array<{ title: string; id?: string }>): INodeParameters => ({
	mediaUrl: 'https://example.com/plant.jpeg',
	buttons: { button: button as INodeParameters[] },
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: withCards('url', urlCard('echeveria'), urlCard('haworthia')),
		request: interactiveMessage({
			type: 'carousel',
			body: { text: body },
			action: {
				cards: [
					{
						card_index: 0,
						type: 'cta_url',
						header: { type: 'image', image: { link: 'https://example.com/echeveria.jpeg' } },
						action: {
							name: 'cta_url',
							parameters: {
								display_text: 'Buy now',
								url: 'https://example.com/shop/echeveria',
							},
						},
					},
					{
						card_index: 1,
						type: 'cta_url',
						header: { type: 'image', image: { link: 'https://example.com/haworthia.jpeg' } },
						action: {
							name: 'cta_url',
							parameters: {
								display_text: 'Buy now',
								url: 'https://example.com/shop/haworthia',
							},
						},
					},
				],
			},
		}),
	},
	{
		name: 'fullest',
		parameters: {
			...withCards(
				'reply',
				{
					...replyCard(
						{ title: 'Learn more', id: 'learn-echeveria' },
						{ title: 'Add to favorites', id: 'favor-echeveria' },
					),
					cardText: '*Blue Echeveria*\n\nPerfect for brightening up any space.',
				},
				{
					...replyCard(
						{ title: 'Learn more', id: 'learn-haworthia' },
						{ title: 'Add to favorites', id: 'favor-haworthia' },
					),
					mediaType: 'video',
					mediaUrl: 'https://example.com/haworthia.mp4',
					cardText: '*Zebra Haworthia*',
				},
			),
			sender: otherSender,
			options: commonOptions,
		},
		request: interactiveMessageWithCommonOptions({
			type: 'carousel',
			body: { text: body },
			action: {
				cards: [
					{
						card_index: 0,
						type: 'cta_url',
						header: { type: 'image', image: { link: 'https://example.com/plant.jpeg' } },
						body: { text: '*Blue Echeveria*\n\nPerfect for brightening up any space.' },
						action: {
							buttons: [
								{
									type: 'quick_reply',
									quick_reply: { id: 'learn-echeveria', title: 'Learn more' },
								},
								{
									type: 'quick_reply',
									quick_reply: { id: 'favor-echeveria', title: 'Add to favorites' },
								},
							],
						},
					},
					{
						card_index: 1,
						type: 'cta_url',
						header: { type: 'video', video: { link: 'https://example.com/haworthia.mp4' } },
						body: { text: '*Zebra Haworthia*' },
						action: {
							buttons: [
								{
									type: 'quick_reply',
									quick_reply: { id: 'learn-haworthia', title: 'Learn more' },
								},
								{
									type: 'quick_reply',
									quick_reply: { id: 'favor-haworthia', title: 'Add to favorites' },
								},
							],
						},
					},
				],
			},
		}),
	},
	{
		name: 'with buttons whose IDs are made from title and card',
		parameters: withCards(
			'reply',
			replyCard({ title: 'Learn more' }),
			replyCard({ title: 'Learn more' }),
		),
		request: interactiveMessage({
			type: 'carousel',
			body: { text: body },
			action: {
				cards: [
					{
						card_index: 0,
						type: 'cta_url',
						header: { type: 'image', image: { link: 'https://example.com/plant.jpeg' } },
						action: {
							buttons: [
								{
									type: 'quick_reply',
									quick_reply: { id: 'Learn more 1', title: 'Learn more' },
								},
							],
						},
					},
					{
						card_index: 1,
						type: 'cta_url',
						header: { type: 'image', image: { link: 'https://example.com/plant.jpeg' } },
						action: {
							buttons: [
								{
									type: 'quick_reply',
									quick_reply: { id: 'Learn more 2', title: 'Learn more' },
								},
							],
						},
					},
				],
			},
		}),
	},
	{
		name: 'with products',
		parameters: {
			...withCards('product', { productId: first }, { productId: second }),
			catalogId,
		},
		request: interactiveMessage({
			type: 'carousel',
			body: { text: body },
			action: {
				cards: [
					{
						card_index: 0,
						type: 'product',
						action: { product_retailer_id: first, catalog_id: catalogId },
					},
					{
						card_index: 1,
						type: 'product',
						action: { product_retailer_id: second, catalog_id: catalogId },
					},
				],
			},
		}),
	},
];

const secondUrlCard = (change: INodeParameters): INodeParameters =>
	withCards('url', urlCard('a'), { ...urlCard('b'), ...change });

export const rejected: RejectedCase[] = [
	{
		name: 'a missing body',
		parameters: { ...withCards('url', urlCard('a'), urlCard('b')), body: '' },
		message: /'Text' is empty/,
	},
	{ name: 'a missing card', parameters: { to, body }, message: /'Cards' is empty/ },
	{
		name: 'one card',
		parameters: withCards('url', urlCard('a')),
		message: /'Cards' has 1 entry/,
	},
	{
		name: 'eleven cards',
		parameters: withCards('url', ...Array.from({ length: 11 }, () => urlCard('a'))),
		message: /'Cards' has 11 entries/,
	},
	{
		name: 'a card type that does not exist',
		parameters: withCards('text', urlCard('a'), urlCard('b')),
		message: /'Card Type' has a value that does not exist/,
	},
	{
		name: 'a card with an invalid media URL',
		parameters: secondUrlCard({ mediaUrl: 'plant.jpeg' }),
		message: /'Card 2 → Media URL' is not a valid URL/,
	},
	{
		name: 'a card without media',
		parameters: secondUrlCard({ mediaUrl: '' }),
		message: /'Card 2 → Media URL' is empty/,
	},
	{
		name: 'a card with a header that is not an image or a video',
		parameters: secondUrlCard({ mediaType: 'document' }),
		message: /'Card 2 → Media Type' has a value that does not exist/,
	},
	{
		name: 'a card text that is too long',
		parameters: secondUrlCard({ cardText: 'x'.repeat(161) }),
		message: /'Card 2 → Card Text' has 161 characters/,
	},
	{
		name: 'a card text with three line breaks',
		parameters: secondUrlCard({ cardText: '1\n2\n3\n4' }),
		message: /'Card 2 → Card Text' has 3 line breaks/,
	},
	{
		name: 'a card without button text',
		parameters: secondUrlCard({ buttonText: '' }),
		message: /'Card 2 → Button Text' is empty/,
	},
	{
		name: 'a card without a URL',
		parameters: secondUrlCard({ buttonUrl: '' }),
		message: /'Card 2 → Button URL' is empty/,
	},
	{
		name: 'a card without reply buttons',
		parameters: withCards('reply', replyCard({ title: 'A' }), replyCard()),
		message: /'Card 2 → Buttons' is empty/,
	},
	{
		name: 'cards with different numbers of buttons',
		parameters: withCards(
			'reply',
			replyCard({ title: 'A' }),
			replyCard({ title: 'A' }, { title: 'B' }),
		),
		message: /'Card 2 → Buttons' has 2, but the first card has 1/,
	},
	{
		name: 'a reply button title that is too long',
		parameters: withCards('reply', replyCard({ title: 'x'.repeat(21) }), replyCard()),
		message: /'Card 1 → Button 1 → Title' has 21 characters/,
	},
	{
		name: 'products without a catalog',
		parameters: withCards('product', { productId: first }, { productId: second }),
		message: /'Catalog' is empty/,
	},
	{
		name: 'a product card without product',
		parameters: { ...withCards('product', { productId: first }, {}), catalogId },
		message: /'Card 2 → Product' is empty/,
	},
];
