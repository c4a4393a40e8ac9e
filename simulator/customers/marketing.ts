import { z } from 'zod';
import type { SimulatorContext } from '../context';
import { contactOf, metadataOf, timestamp } from '../webhooks/payload';
import type { Customer } from './customer';
import { numberWrittenTo } from './numberWrittenTo';

/** What a customer chooses in the chat with a business number. Default: the first number. */
export const marketingChoiceSchema = z.strictObject({
	value: z.enum(['stop', 'resume']),
	phoneNumberId: z.string().optional(),
});

export type MarketingChoice = z.input<typeof marketingChoiceSchema>;

/**
 * Stops or resumes the marketing messages of a number, and sends the webhook. A choice that changes nothing
 * sends none.
 *
 * @throws ZodError for an invalid choice, CustomerMessageError if there is no such number
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences
 */
export function chooseMarketing(
	{ state, webhooks }: SimulatorContext,
	customer: Customer,
	choice: MarketingChoice,
): void {
	const { value, phoneNumberId } = marketingChoiceSchema.parse(choice);
	const phoneNumber = numberWrittenTo(state, phoneNumberId);
	const stops = value === 'stop';
	if (customer.stoppedMarketing.has(phoneNumber.id) === stops) return;
	if (stops) customer.stoppedMarketing.add(phoneNumber.id);
	else customer.stoppedMarketing.delete(phoneNumber.id);
	webhooks.emit({
		field: 'user_preferences',
		phoneNumberId: phoneNumber.id,
		value: {
			...metadataOf(phoneNumber),
			contacts: [contactOf(customer)],
			user_preferences: [
				{
					...(customer.waId && { wa_id: customer.waId }),
					user_id: customer.userId,
					detail: `User requested to ${value} marketing messages`,
					category: 'marketing_messages',
					value,
					// A number here, where all other webhooks have a text.
					timestamp: Number(timestamp(Date.now())),
				},
			],
		},
	});
}
