import { z } from 'zod';
import { metaIssue } from '../../graph/validation';
import { limitedList, limitedText, looseIndex } from '../parts';
import { urlParameters } from './ctaUrl';
import { body, header, interactive } from './parts';

const quickReply = z.strictObject({
	type: z.literal('quick_reply'),
	quick_reply: z.strictObject({
		id: limitedText('Button id', 256),
		title: limitedText('Button title', 20),
	}),
});

const action = z
	.strictObject({
		name: z.literal('cta_url').optional(),
		parameters: urlParameters.optional(),
		buttons: limitedList('buttons', quickReply, 1, 2).optional(),
		product_retailer_id: z.string().optional(),
		catalog_id: z.string().optional(),
	})
	.refine(
		({ parameters, buttons, product_retailer_id }) =>
			[parameters, buttons, product_retailer_id].filter((part) => part !== undefined).length === 1,
		metaIssue(131009, 'A card needs exactly one of a URL button, quick reply buttons or a product'),
	);

const card = z.strictObject({
	card_index: looseIndex,
	type: z.enum(['cta_url', 'button', 'quick_reply', 'product']).optional(),
	header: header('image', 'video').optional(),
	body: body(160).optional(),
	action,
});

/**
 * Media cards with a button, or product cards.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages
 */
export const carousel = interactive('carousel', {
	body: body(),
	action: z.strictObject({
		cards: limitedList('cards', card, 2, 10).refine(
			(cards) => cards.every(({ card_index }, index) => card_index === index),
			metaIssue(131009, 'Card indexes must be in order and start at 0'),
		),
	}),
});
