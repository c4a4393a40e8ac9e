import { z } from 'zod';
import { metaIssue } from '../../graph/validation';
import { limitedList, limitedText } from '../parts';
import { urlParameters } from './ctaUrl';
import { body, footer, header, interactive } from './parts';

const replyButton = z.strictObject({
	type: z.literal('reply'),
	reply: z.strictObject({
		id: limitedText('Button id', 256),
		title: limitedText('Button title', 20),
	}),
});

/** Only with Direct Send. */
const urlButton = z.strictObject({ type: z.literal('cta_url'), cta_url: urlParameters });

/**
 * How many buttons there may be is checked with the message: it depends on Direct Send.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
 */
export const button = interactive('button', {
	header: header('text', 'image', 'video', 'document', 'gif').optional(),
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({
		buttons: limitedList(
			'buttons',
			z.discriminatedUnion('type', [replyButton, urlButton]),
			1,
			10,
		).refine(
			(buttons) => {
				const ids = buttons.flatMap((one) => (one.type === 'reply' ? [one.reply.id] : []));
				return new Set(ids).size === ids.length;
			},
			metaIssue(131009, 'Duplicated button reply id. Ids must be unique within a message'),
		),
	}),
});
