import type { TextRule } from '../parameters/parameterRules';

/**
 * What the reference ID of an order consists of.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg
 */
export const orderReferencePattern: NonNullable<TextRule['pattern']> = {
	regex: /^[A-Za-z0-9_.-]+$/,
	description: 'English letters, digits, underscores, dashes and dots only',
};
