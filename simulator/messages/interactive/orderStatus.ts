import { z } from 'zod';
import { metaIssue } from '../../graph/validation';
import { body, footer, header, interactive } from './parts';

/** Status of an order or its payment, in messages and templates. */
export const orderStatusParameters = z
	.looseObject({
		reference_id: z.string().min(1),
		order: z
			.looseObject({
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
			})
			.optional(),
		payment: z.looseObject({ status: z.string() }).optional(),
	})
	.refine(
		({ order, payment }) => order !== undefined || payment !== undefined,
		metaIssue(131008, 'One of order and payment is required'),
	);

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
export const orderStatus = interactive('order_status', {
	header: header('text').optional(),
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({ name: z.literal('review_order'), parameters: orderStatusParameters }),
});
