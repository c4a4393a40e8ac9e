import type { SimulatorSettings } from '../settings';
import type { Customer } from './customer';

/**
 * Whether the customer service window is open: for 24 hours after the customer's last message. An ad does not
 * make it longer.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages#customer-service-windows
 */
export function serviceWindowIsOpen(
	{ lastWroteAt }: Customer,
	phoneNumberId: string,
	{ customerServiceWindowMs }: SimulatorSettings,
): boolean {
	return isRecent(lastWroteAt.get(phoneNumberId), customerServiceWindowMs);
}

/**
 * Opens the free entry point window with the business's first reply to a customer who came from an ad, if their
 * message still holds the customer service window open. In it, every message is free. What may be sent is
 * decided by the customer service window alone.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing
 */
export function openFreeEntryPoint(
	{ cameFromAdAt, freeUntil }: Customer,
	phoneNumberId: string,
	{ customerServiceWindowMs, freeEntryPointWindowMs }: SimulatorSettings,
): void {
	const isReplyInTime = isRecent(cameFromAdAt.get(phoneNumberId), customerServiceWindowMs);
	cameFromAdAt.delete(phoneNumberId);
	if (isReplyInTime) freeUntil.set(phoneNumberId, Date.now() + freeEntryPointWindowMs);
}

/** Whether the free entry point window is open. */
export function freeEntryPointIsOpen({ freeUntil }: Customer, phoneNumberId: string): boolean {
	return (freeUntil.get(phoneNumberId) ?? 0) > Date.now();
}

function isRecent(at: number | undefined, withinMs: number): boolean {
	return at !== undefined && Date.now() - at < withinMs;
}
