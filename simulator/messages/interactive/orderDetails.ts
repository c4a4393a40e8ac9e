import { z } from 'zod';
import { metaIssue } from '../../graph/validation';
import { body, footer, header, interactive } from './parts';

const amount = z.looseObject({ value: z.number().int(), offset: z.number().int() });
const describedAmount = amount.extend({ description: z.string().optional() });

/**
 * The amount to pay. Settings of payment gateways differ by country and are not validated.
 * In Brazil the order is optional.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/boleto
 */
export const orderParameters = z
	.looseObject({
		reference_id: z
			.string()
			.max(60)
			.regex(/^[\w.-]+$/),
		type: z.enum(['digital-goods', 'physical-goods']),
		currency: z.string().length(3),
		total_amount: amount,
		payment_type: z.string().optional(),
		payment_configuration: z.string().optional(),
		payment_settings: z.array(z.looseObject({ type: z.string() })).optional(),
		order: z
			.looseObject({
				status: z.literal('pending'),
				items: z
					.array(
						z.looseObject({
							name: z.string().max(60),
							amount,
							quantity: z.number().int().min(1),
							retailer_id: z.string().optional(),
							sale_amount: amount.optional(),
						}),
					)
					.min(1),
				subtotal: amount,
				tax: describedAmount.optional(),
				shipping: describedAmount.optional(),
				discount: describedAmount.optional(),
			})
			.optional(),
	})
	.refine(
		({ payment_type, order }) => order !== undefined || payment_type === 'br',
		metaIssue(131008, "The order is required unless payment_type is 'br'"),
	)
	.refine(
		({ total_amount, order }) =>
			order === undefined ||
			total_amount.value ===
				order.subtotal.value +
					(order.tax?.value ?? 0) +
					(order.shipping?.value ?? 0) -
					(order.discount?.value ?? 0),
		metaIssue(
			131009,
			'total_amount must equal the order subtotal plus tax and shipping minus discount',
		),
	);

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
export const orderDetails = interactive('order_details', {
	header: header('text', 'image', 'video', 'document').optional(),
	body: body(),
	footer: footer.optional(),
	action: z.strictObject({ name: z.literal('review_and_pay'), parameters: orderParameters }),
});
