import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { readCatalogId } from '../../../fields/catalog';
import { productField, readProduct } from '../../../fields/products/product';
import { readReplyButtons, replyButtonsField } from '../interactive/replyButtons';
import { readUrlButton, urlButtonFields } from '../interactive/urlButton';
import { readMediaUrl } from '../../../fields/mediaUrl';

const forMediaCards = { show: { '/cardType': ['reply', 'url'] } };

export const cardTypeField: INodeProperties = {
	displayName: 'Card Type',
	name: 'cardType',
	type: 'options',
	options: [
		{
			name: 'Media with Reply Buttons',
			value: 'reply',
			description: 'Each card has an image or video and reply buttons',
		},
		{
			name: 'Media with URL Button',
			value: 'url',
			description: 'Each card has an image or video and a button that opens a web page',
		},
		{ name: 'Product', value: 'product', description: 'Each card shows a product of your catalog' },
	],
	default: 'url',
	description: 'What the cards show. All cards must be of the same type.',
};

export const cardsField: INodeProperties = {
	displayName: 'Cards',
	name: 'cards',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	required: true,
	placeholder: 'Add Card',
	default: {},
	description: `${limits.carouselCards.min} to ${limits.carouselCards.max} cards, shown from left to right`,
	options: [
		{
			displayName: 'Card',
			name: 'card',
			values: [
				{
					displayName: 'Media Type',
					name: 'mediaType',
					type: 'options',
					displayOptions: forMediaCards,
					options: [
						{ name: 'Image', value: 'image' },
						{ name: 'Video', value: 'video' },
					],
					default: 'image',
				},
				{
					displayName: 'Media URL',
					name: 'mediaUrl',
					type: 'string',
					required: true,
					displayOptions: forMediaCards,
					default: '',
					placeholder: 'e.g. https://example.com/picture.jpg',
					description: 'URL of the image or video, accessible without a login',
				},
				{
					displayName: 'Card Text',
					name: 'cardText',
					type: 'string',
					typeOptions: { rows: 2 },
					displayOptions: forMediaCards,
					default: '',
					placeholder: 'e.g. Blue echeveria, perfect for any space',
					description: `Text below the media, at most ${limits.cardBody} characters and ${limits.cardLineBreaks} line breaks`,
				},
				...urlButtonFields({ displayOptions: { show: { '/cardType': ['url'] } } }),
				replyButtonsField({
					displayOptions: { show: { '/cardType': ['reply'] } },
					description: 'Buttons to choose from. All cards must have the same number of buttons.',
				}),
				{ ...productField, displayOptions: { show: { '/cardType': ['product'] } } },
			],
		},
	],
};

type CardReader = (card: Parameters, index: number) => RequestBody;

export function cardReader(parameters: Parameters, entries: Parameters[]): CardReader {
	switch (parameters.choice('cardType')) {
		case 'url':
			return (card) => mediaCard(card, readUrlButton(card));
		case 'reply':
			return replyCardReader(entries);
		default: {
			const catalogId = readCatalogId(parameters);
			return (card) => ({
				type: 'product',
				action: { product_retailer_id: readProduct(card), catalog_id: catalogId },
			});
		}
	}
}

function replyCardReader(entries: Parameters[]): CardReader {
	// The ID identifies the card that was tapped, even if two cards have the same title.
	const buttonsOf = entries.map((entry, index) =>
		readReplyButtons(entry, Infinity, (title) => `${title.trim()} ${index + 1}`),
	);
	const [first = []] = buttonsOf;
	entries.forEach((entry, index) => {
		const { length } = buttonsOf[index] ?? [];
		if (length !== first.length) {
			throw entry.error(
				'buttons',
				`has ${length}, but the first card has ${first.length}`,
				'Give each card the same number of buttons.',
			);
		}
	});
	return (card, index) =>
		mediaCard(card, {
			buttons: (buttonsOf[index] ?? []).map((button) => ({
				type: 'quick_reply',
				quick_reply: button,
			})),
		});
}

// In Meta's examples, media cards have the type 'cta_url' with either kind of button.
function mediaCard(card: Parameters, action: RequestBody): RequestBody {
	const mediaType = card.choice('mediaType');
	const text = readCardText(card);
	return {
		type: 'cta_url',
		header: { type: mediaType, [mediaType]: { link: readMediaUrl(card, 'mediaUrl') } },
		body: text === undefined ? undefined : { text },
		action,
	};
}

function readCardText(card: Parameters): string | undefined {
	const text = card.optionalText('cardText', { maxLength: limits.cardBody });
	const lineBreaks = (text?.split('\n').length ?? 1) - 1;
	if (lineBreaks > limits.cardLineBreaks) {
		throw card.error(
			'cardText',
			`has ${lineBreaks} line breaks`,
			`WhatsApp allows at most ${limits.cardLineBreaks}.`,
		);
	}
	return text;
}
