import { ownTime } from '../../shared/events/ownTime';
import { historyMessage } from '../../shared/events/person';
import type { WebhookEvent } from '../../shared/events/splitPayload';
import { asText, firstText, getPath } from '../../graphApi/coerce';

/** Lists whose entries have an ID of their own. */
const ofMessages = new Set<string | undefined>(['messages', 'message_echoes', 'history']);
/** Lists whose entries have the ID of the message or the call that something happened to. */
const ofStates = new Set<string | undefined>(['statuses', 'calls']);

/**
 * Deduplication key of an event. Meta delivers at least once, maybe together with other events, and a duplicate has the
 * same key: the wamid of a message; the ID and what happened of a status or a call, with the member of a group and the
 * payment; the content of anything else.
 */
export function eventKey(event: WebhookEvent): string {
	const { kind, list, raw } = event;
	const name = kind.event === 'message' || kind.event === 'status' ? kind.event : null;
	const prefix = name ?? `${kind.value} ${list}`;
	if (ofMessages.has(list)) {
		const message = list === 'history' ? historyMessage(raw) : raw;
		const id = asText(getPath(message, 'id'));
		return id === null ? contentKey(event) : `${prefix} ${id}`;
	}
	const id = ofStates.has(list) ? asText(getPath(raw, 'id')) : null;
	const states = ['event', 'status'].flatMap((part) => asText(getPath(raw, part)) ?? []);
	if (id === null || states.length === 0) return contentKey(event);
	return `${prefix} ${id} ${states.join(' ')} ${memberOf(raw) ?? ''}${paymentOf(raw)}`;
}

function memberOf(raw: object): string | null {
	return firstText(
		...[
			'recipient_participant_id',
			'participant_recipient_id',
			'recipient_participant_user_id',
		].map((name) => getPath(raw, name)),
	);
}

/** A payment has the same status again when the customer tries again, or the business refunds it. */
function paymentOf(raw: object): string {
	const payment = getPath(raw, 'type') === 'payment' ? getPath(raw, 'payment') : undefined;
	return payment === undefined ? '' : ` ${JSON.stringify(payment)}`;
}

function contentKey({ wabaId, notifiedAt, field, list, raw, value }: WebhookEvent): string {
	// The same may happen again, and Kapso tells the two apart.
	const kapsosKey = asText(getPath(value, 'kapso.idempotency_key'));
	if (kapsosKey !== null) return `${field} ${kapsosKey}`;
	// The contacts and other lists beside it may be thousands, and differ when Meta delivers the event again.
	const phoneNumberId = list === undefined ? undefined : getPath(value, 'metadata.phone_number_id');
	// An event without a time of its own may happen again. Any other may be delivered again with others at another time.
	const time = list === undefined || ownTime(raw) === undefined ? notifiedAt : undefined;
	return JSON.stringify([wabaId, time, field, list, phoneNumberId, raw]);
}
