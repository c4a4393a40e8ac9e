import { z } from 'zod';

/** Graph accepts coordinates as numbers or text. */
function coordinate(limit: number) {
	return z
		.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
		.transform(Number)
		.pipe(z.number().min(-limit).max(limit));
}

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages */
export const location = z.strictObject({
	latitude: coordinate(90),
	longitude: coordinate(180),
	name: z.string().max(1000).optional(),
	address: z.string().max(1000).optional(),
});
