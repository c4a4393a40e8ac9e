import { z } from 'zod';
import { body, interactive } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-request-messages */
export const locationRequest = interactive('location_request_message', {
	body: body(),
	action: z.strictObject({ name: z.literal('send_location') }),
});
