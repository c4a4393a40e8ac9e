import { z } from 'zod';
import { metaIssue } from '../../graph/validation';
import { limitedList, limitedText } from '../parts';
import { body, footer, header, interactive } from './parts';

const replyButton = z.strictObject({
	type: z.literal('reply'),
	reply: z.strictObject({
		id: limitedText('Button id', 256),
		title: limitedText('Button title', 20),
	}),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
export const button = interactive('button', {
	header: header('text', 'image', 'video', 'document', 'gif').optional(),
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({
		buttons: limitedList('buttons', replyButton, 1, 3).refine(
			(buttons) => new Set(buttons.map(({ reply }) => reply.id)).size === buttons.length,
			metaIssue(131009, 'Duplicated button reply id. Ids must be unique within a message'),
		),
	}),
});
