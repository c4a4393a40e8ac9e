import { payloadOf } from './splitPayload';
import type { WebhookEvent } from './splitPayload';
import { getPath, firstText, asText } from '../../graphApi/coerce';

/**
 * Deduplication key of an event. Meta delivers at least once, and a duplicate has the same key: the wamid
 * of a message; the wamid, the status and, in a group, the member of a status; the whole payload of
 * anything else.
 */
export function eventKey(event: WebhookEvent): string {
	const { kind, raw } = event;
	const id = asText(getPath(raw, 'id'));
	if (id !== null && kind.event === 'message') return `message ${id}`;
	const status = asText(getPath(raw, 'status'));
	if (id !== null && status !== null && kind.event === 'status') {
		const member = firstText(
			...[
				'recipient_participant_id',
				'participant_recipient_id',
				'recipient_participant_user_id',
			].map((name) => getPath(raw, name)),
		);
		return `status ${id} ${status} ${member ?? ''}`;
	}
	return JSON.stringify(payloadOf(event));
}
