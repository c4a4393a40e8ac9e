import type { WebhookEvent } from '../../shared/events/splitPayload';
import { millisecondsPerDay } from '../../shared/millisecondsPerDay';

/** Days for which Meta delivers an unconfirmed webhook again. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview */
export const redeliveryDays = 7;

/** Days after which a delivery can only be a copy of an earlier one. The day more is for clocks that differ. */
export const maximumDeliveryAge = redeliveryDays + 1;

/** Whether an event is older than anything Meta delivers. An event without a time is not. */
export function isOutdated(
	{ kind, notifiedAt }: WebhookEvent,
	{ timestamp }: { timestamp: string | null },
	now = Date.now(),
): boolean {
	const time = kind.reportsPast ? (notifiedAt ?? NaN) * 1000 : Date.parse(timestamp ?? '');
	return now - time > maximumDeliveryAge * millisecondsPerDay;
}
