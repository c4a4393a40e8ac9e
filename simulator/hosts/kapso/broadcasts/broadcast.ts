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
	addedAt: number;
	/** What was sent to them. */
	message?: AcceptedMessage;
	/** Why nothing was sent. */
	error?: string;
	failedAt?: number;
}

type RecipientStatus = 'pending' | 'sent' | 'delivered' | 'read' | 'failed';

/** The furthest, as statuses may come in any order. */
function statusOf({ message, error }: Recipient): RecipientStatus {
	if (error !== undefined) return 'failed';
	if (!message) return 'pending';
	const reached = new Set(message.statuses.map(({ status }) => status));
	return (['failed', 'read', 'delivered'] as const).find((one) => reached.has(one)) ?? 'sent';
}

export function recipientJson({ state }: SimulatorContext, recipient: Recipient) {
	const { id, waId, components, message, error, failedAt, addedAt } = recipient;
	const at = (status: string) => message?.statuses.find((one) => one.status === status)?.at;
	const failure = message?.statuses.find(({ status }) => status === 'failed');
	return {
		id,
		phone_number: waId,
		status: statusOf(recipient),
		sent_at: isoOrNull(message && (at('sent') ?? message.acceptedAt)),
		delivered_at: isoOrNull(at('delivered')),
		read_at: isoOrNull(at('read')),
		responded_at: isoOrNull(responseTo(recipient, state.received)?.at),
		failed_at: isoOrNull(failedAt ?? failure?.at),
		error_message: error ?? failure?.errors?.[0]?.title ?? null,
		template_components: components,
		created_at: iso(addedAt),
		updated_at: iso(message?.statuses.at(-1)?.at ?? failedAt ?? addedAt),
	};
}

/** @see https://docs.kapso.ai/api/platform/v1/broadcasts/create-broadcast */
function templateJson({ state }: SimulatorContext, templateId: string) {
	const template = state.templates.find(({ id }) => id === templateId);
	return {
		id: templateId,
		meta_template_id: templateId,
		name: template?.name,
		language_code: template?.language,
		category: template?.category,
		status: template?.status.toLowerCase(),
		components: template?.components,
	};
}

/** @see https://docs.kapso.ai/api/platform/v1/broadcasts/get-broadcast */
export function broadcastJson(simulator: SimulatorContext, broadcast: Broadcast) {
	const { received } = simulator.state;
	const { recipients } = broadcast;
	const reached: Record<RecipientStatus, number> = {
		pending: 0,
		sent: 0,
		delivered: 0,
		read: 0,
		failed: 0,
	};
	for (const recipient of recipients) reached[statusOf(recipient)] += 1;
	// Who has read it has also got it.
	const sent = reached.sent + reached.delivered + reached.read;
	const responded = recipients.filter((recipient) => responseTo(recipient, received)).length;
	return {
		id: broadcast.id,
		name: broadcast.name,
		status: broadcast.status,
		phone_number_id: broadcast.phoneNumberId,
		whatsapp_template: templateJson(simulator, broadcast.templateId),
		total_recipients: recipients.length,
		pending_count: reached.pending,
		sent_count: sent,
		delivered_count: reached.delivered + reached.read,
		read_count: reached.read,
		failed_count: reached.failed,
		responded_count: responded,
		/** In percent. */
		response_rate: sent === 0 ? 0 : Math.round((responded / sent) * 1000) / 10,
		scheduled_at: isoOrNull(broadcast.scheduledAt),
		started_at: isoOrNull(broadcast.startedAt),
		completed_at: isoOrNull(broadcast.completedAt),
		created_at: iso(broadcast.createdAt),
		updated_at: iso(broadcast.updatedAt),
	};
}

function responseTo(
	{ waId, message }: Recipient,
	received: Array<{ from: string; at: number }>,
): { at: number } | undefined {
	return message && received.find(({ from, at }) => from === waId && at >= message.acceptedAt);
}
