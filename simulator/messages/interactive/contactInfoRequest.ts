import { z } from 'zod';
import { body, interactive } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
export const contactInfoRequest = interactive('request_contact_info', {
	body: body(),
	action: z.strictObject({ name: z.literal('request_contact_info') }),
});
