import { createHmac } from 'node:crypto';
import type { Customer } from '../customers/customer';
import type { PhoneNumber } from '../phoneNumbers/phoneNumber';

/** The content of a webhook: one change of one field. */
export interface WebhookChange {
	field: string;
	value: Record<string, unknown>;
	/** The number it is about. Not set if it concerns the whole WABA. */
	phoneNumberId?: string;
}

/** The body of a webhook. */
export function webhookBody(wabaId: string, changes: WebhookChange[]): Record<string, unknown> {
	return {
		object: 'whatsapp_business_account',
		entry: [{ id: wabaId, changes: changes.map(({ field, value }) => ({ value, field })) }],
	};
}

/** JSON as in Meta's webhooks: non-ASCII as `\uXXXX` and `/` as `\/`. */
export function escapedJson(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll('/', '\\/')
		.replace(
			/[\u007f-\uffff]/g,
			(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
}

/** Value of `X-Hub-Signature-256`. */
export function signatureOf(body: string, appSecret: string): string {
	return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** The business number, as in every `messages` webhook. */
export function metadataOf(phoneNumber: PhoneNumber): Record<string, unknown> {
	return {
		messaging_product: 'whatsapp',
		metadata: {
			display_phone_number: phoneNumber.digits,
			phone_number_id: phoneNumber.id,
		},
	};
}

/** An entry of `contacts`. */
export function contactOf(customer: Customer, withUsername = true): Record<string, unknown> {
	return {
		profile: {
			name: customer.profileName,
			...(withUsername && customer.username && { username: customer.username }),
		},
		...(customer.waId && { wa_id: customer.waId }),
		user_id: customer.userId,
	};
}

/**
 * The hash of a customer, if the number has the identity check.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers#identity-change-check
 */
export function identityOf(
	{ settings }: PhoneNumber,
	{ identityKeyHash }: Customer,
): { identity_key_hash?: string } {
	const isChecked = settings.user_identity_change?.enable_identity_key_check === true;
	return isChecked ? { identity_key_hash: identityKeyHash } : {};
}

/** Milliseconds as the seconds in text that webhooks contain. */
export function timestamp(milliseconds: number): string {
	return String(Math.floor(milliseconds / 1000));
}
