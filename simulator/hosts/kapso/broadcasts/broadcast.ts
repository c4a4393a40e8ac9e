import type { SimulatorContext } from '../../../context';
import type { AcceptedMessage } from '../../../messages/message';
import { iso, isoOrNull } from '../messageJson';

/** One template to many people. */
export interface Broadcast {
	id: string;
	name: string;
	phoneNumberId: string;
	templateId: string;
	status: 'draft' | 'scheduled' | 'sending' | 'completed' | 'stopped' | 'failed';
	scheduledAt?: number;
	startedAt?: number;
	completedAt?: number;
	createdAt: number;
	updatedAt: number;
	recipients: Recipient[];
}

export interface Recipient {
	id: string;
	/** Digits. */
	waId: string;
	components: unknown[];
	/** What was sent to them. */
	message?: AcceptedMessage;
	/** Why nothing was sent. */
	error?: string;
	failedAt?: number;
}

type RecipientStatus = 'pending' | 'sent' | 'delivered' | 'read' | 'failed';

function statusOf({ message, error }: Recipient): RecipientStatus {
	if (error !== undefined) return 'failed';
	return message ? (message.statuses.at(-1)?.status ?? 'sent') : 'pending';
}

export function recipientJson(recipient: Recipient) {
	const { id, waId, message, error, failedAt } = recipient;
	const at = (status: string) => message?.statuses.find((one) => one.status === status)?.at;
	const failure = message?.statuses.find(({ status }) => status === 'failed');
	return {
		id,
		phone_number: `+${waId}`,
		status: statusOf(recipient),
		whatsapp_message_id: message?.id ?? null,
		sent_at: isoOrNull(message && (at('sent') ?? message.acceptedAt)),
		delivered_at: isoOrNull(at('delivered')),
		read_at: isoOrNull(at('read')),
		failed_at: isoOrNull(failedAt ?? failure?.at),
		error_message: error ?? failure?.errors?.[0]?.title ?? null,
	};
}

/** A broadcast with its counts. The names of the counts are not documented in full. */
export function broadcastJson({ state }: SimulatorContext, broadcast: Broadcast) {
	const { recipients } = broadcast;
	const template = state.templates.find(({ id }) => id === broadcast.templateId);
	const reached: Record<RecipientStatus, number> = {
		pending: 0,
		sent: 0,
		delivered: 0,
		read: 0,
		failed: 0,
	};
	for (const recipient of recipients) reached[statusOf(recipient)] += 1;
	return {
		id: broadcast.id,
		name: broadcast.name,
		status: broadcast.status,
		phone_number_id: broadcast.phoneNumberId,
		whatsapp_template: {
			id: broadcast.templateId,
			name: template?.name,
			language_code: template?.language,
		},
		total_recipients: recipients.length,
		pending_count: reached.pending,
		// Who has read it has also got it.
		sent_count: reached.sent + reached.delivered + reached.read,
		delivered_count: reached.delivered + reached.read,
		read_count: reached.read,
		failed_count: reached.failed,
		responded_count: recipients.filter((recipient) => hasResponded(recipient, state.received))
			.length,
		scheduled_at: isoOrNull(broadcast.scheduledAt),
		started_at: isoOrNull(broadcast.startedAt),
		completed_at: isoOrNull(broadcast.completedAt),
		created_at: iso(broadcast.createdAt),
		updated_at: iso(broadcast.updatedAt),
	};
}

function hasResponded(
	{ waId, message }: Recipient,
	received: Array<{ from: string; at: number }>,
): boolean {
	return (
		message !== undefined &&
		received.some(({ from, at }) => from === waId && at >= message.acceptedAt)
	);
}
