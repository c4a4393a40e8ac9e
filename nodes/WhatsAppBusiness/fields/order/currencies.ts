import { limits } from '../../../shared/limits';

/** What differs between the countries with payments in WhatsApp. Each country has one currency. */
export interface Currency {
	/** Shown in the editor. */
	name: string;
	/** Meta's `payment_type`, for the payment methods that need it. */
	paymentType: string;
	/** Maximum length of a reference ID. */
	referenceMaxLength: number;
	/** Whether every item must have a product ID of the catalog. */
	productIdNeeded: boolean;
	/** Whether items and payment methods are optional. */
	simplifiedOrder: boolean;
}

/** By the code of ISO 4217. */
export const currencies = {
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders */
	BRL: {
		name: 'Brazilian Real (BRL)',
		paymentType: 'br',
		referenceMaxLength: limits.orderReferenceBrazil,
		productIdNeeded: true,
		simplifiedOrder: true,
	},
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/overview */
	INR: {
		name: 'Indian Rupee (INR)',
		paymentType: 'upi',
		referenceMaxLength: limits.orderReference,
		productIdNeeded: false,
		simplifiedOrder: false,
	},
} as const satisfies Record<string, Currency>;

export type CurrencyCode = keyof typeof currencies;
