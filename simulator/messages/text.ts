import { z } from 'zod';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages */
export const text = z.strictObject({
	body: z.string().min(1).max(4096),
	preview_url: z.boolean().optional(),
});
