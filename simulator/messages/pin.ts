import { z } from 'zod';

/**
 * Pins a message in a group.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging
 */
export const pin = z.strictObject({
	type: z.enum(['pin', 'unpin']),
	message_id: z.string().min(1),
	expiration_days: z.number().int().min(1).max(30).optional(),
});
