import { z } from 'zod';
import { looseString } from '../parts';
import { body, footer, header, interactive } from './parts';

const values = z.record(z.string(), looseString);

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
export const addressMessage = interactive('address_message', {
	header: header('text', 'image', 'video', 'document').optional(),
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({
		name: z.literal('address_message'),
		parameters: z.strictObject({
			country: z.string().optional(),
			country_iso_code: z.string().optional(),
			values: values.optional(),
			saved_addresses: z.array(z.strictObject({ id: looseString, value: values })).optional(),
			validation_errors: values.optional(),
		}),
	}),
});
