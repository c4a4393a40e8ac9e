import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { invalidParameter, SimulatedGraphError } from '../graph/errors';
import { newGraphId } from '../graph/id';
import { validate } from '../graph/validation';
import type { State } from '../state';
import { seconds, type Payment, type Refund } from './payment';

const wholeNumber = z.string().regex(/^\d+$/).transform(Number);
const refundSchema = z.looseObject({
	reference_id: z.string().min(1),
	payment_config_id: z.string().min(1),
	speed: z.enum(['instant', 'normal']).default('normal'),
	amount: z.object({
		currency: z.literal('INR'),
		value: wholeNumber,
		offset: z.literal('100'),
	}),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
export const getPayment = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'payments',
	maximumSubIds: 2,
	handle: ({ simulator, subIds: [configuration, reference] }) => ({
		payments: [describe(find(simulator.state, configuration, reference))],
	}),
});

export const refundPayment = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'payments_refund',
	handle: ({ simulator, body }) => {
		const { reference_id, payment_config_id, speed, amount } = validate(refundSchema, body);
		const payment = find(simulator.state, payment_config_id, reference_id);
		const refunded = payment.refunds.reduce((sum, { value }) => sum + value, 0);
		if (amount.value === 0 || refunded + amount.value > payment.value) {
			throw invalidParameter('Param amount must be positive and at most what is not refunded yet.');
		}
		const refund: Refund = { id: newGraphId(), value: amount.value, speed, at: seconds() };
		payment.refunds.push(refund);
		return { id: refund.id, status: 'pending', speed_processed: speed };
	},
});

function find(
	{ payments }: State,
	configuration: string | undefined,
	reference: string | undefined,
): Payment {
	const found = payments.find(
		(payment) => payment.configuration === configuration && payment.reference === reference,
	);
	if (found) return found;
	throw new SimulatedGraphError(100, {
		details: `No payment with the reference_id ${reference} for the configuration ${configuration}`,
	});
}

function describe({ reference, value, at, refunds }: Payment): Record<string, unknown> {
	const times = (time: number) => ({ created_timestamp: time, updated_timestamp: time });
	return {
		reference_id: reference,
		status: 'captured',
		currency: 'INR',
		total_amount: { value, offset: 100 },
		transactions: [
			{
				id: `order_${reference}`,
				pg_transaction_id: `pay_${reference}`,
				type: 'razorpay',
				status: 'success',
				...times(at),
				method: { type: 'upi' },
				refunds: refunds.map((refund) => ({
					id: refund.id,
					amount: { value: refund.value, offset: 100 },
					speed_processed: refund.speed,
					status: 'pending',
					...times(refund.at),
				})),
			},
		],
	};
}
