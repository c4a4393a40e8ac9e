import { z } from 'zod';
import { limitedText, webUrl } from '../parts';
import { body, footer, header, interactive } from './parts';

/** Text and URL of a button that opens a web page. */
export const urlParameters = z.strictObject({
	display_text: limitedText('Display text', 20),
	url: webUrl,
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
export const ctaUrl = interactive('cta_url', {
	header: header('text', 'image', 'video', 'document').optional(),
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({ name: z.literal('cta_url'), parameters: urlParameters }),
});
