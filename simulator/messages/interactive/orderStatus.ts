import { z } from 'zod';
import { body, footer, header, interactive } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderstatus */
export const orderStatus = interactive('order_status', {
	header: header('text').optional(),
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({
		name: z.literal('review_order'),
		parameters: z.looseObject({
			reference_id: z.string().min(1),
			order: z.looseObject({
				status: z.enum([
					'pending',
					'processing',
					'partially_shipped',
					'partially-shipped',
					'shipped',
					'completed',
					'canceled',
				]),
				description: z.string().max(120).optional(),
			}),
		}),
	}),
});
