import { asText, getPath } from '../../graphApi/coerce';
import type { DeliveryFailure } from '../../graphApi/errors/deliveryError';
import type { WebhookEvent } from '../../shared/events/splitPayload';
import type { EventItem } from '../../shared/items/toItem';

/** Milliseconds during which WhatsApp is asked to redeliver an event that n8n could not process. */
const redeliveryWindow = 600_000;

/** Whether WhatsApp should redeliver an event that could not be passed on. */
export function isRecent({ timestamp }: EventItem): boolean {
	return timestamp !== null && Date.now() - Date.parse(timestamp) < redeliveryWindow;
}

/** Returns all known identifiers of the customer of a message or status. */
export function customerIdsOf({
	from,
	recipient,
	userId,
}: Pick<EventItem, 'from' | 'recipient' | 'userId'>): string[] {
	return [from, recipient, userId].filter((user) => user !== null);
}

/** The text that the status of a message returns: a token, if an execution waits for it. */
export function statusToken({ raw }: WebhookEvent, item: EventItem): string | null {
	return item.event === 'status' ? asText(getPath(raw, 'biz_opaque_callback_data')) : null;
}

/** Why a message was not delivered. */
export function failureIn({ errors }: EventItem): DeliveryFailure {
	const { code = null, message = null, title = null, details = null } = errors?.[0] ?? {};
	return { code, message: message ?? title, details };
}
