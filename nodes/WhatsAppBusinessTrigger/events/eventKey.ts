import { payloadOf } from './splitPayload';
import type { WebhookEvent } from './splitPayload';
import { getPath, firstText, asText } from '../../graphApi/coerce';

/**
 * What makes an event the same as another: Meta delivers at least once, so a repeat has the same key.
 * Messages go by their wamid, statuses by wamid, status and, in a group, member; anything else by
 * everything Meta says about it.
 */
export function eventKey(event: WebhookEvent): string {
	const { kind, raw } = event;
	const id = asText(getPath(raw, 'id'));
	if (id !== null && kind.event === 'message') return `message ${id}`;
	if (id !== null && kind.event === 'status') {
		const member = firstText(
			...[
				'recipient_participant_id',
				'participant_recipient_id',
				'recipient_participant_user_id',
			].map((name) => getPath(raw, name)),
		);
		return `status ${id} ${String(getPath(raw, 'status'))} ${member ?? ''}`;
	}
	return JSON.stringify(payloadOf(event));
}
