import { z } from 'zod';
import { limitedText } from '../parts';
import { body, interactive } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links */
export const voiceCall = interactive('voice_call', {
	body: body(),
	action: z.strictObject({
		name: z.literal('voice_call'),
		parameters: z
			.strictObject({
				display_text: limitedText('Display text', 20).optional(),
				ttl_minutes: z.number().int().min(1).max(43_200).optional(),
				payload: z.string().max(512).optional(),
			})
			.optional(),
	}),
});
