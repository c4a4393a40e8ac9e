import { z } from 'zod';
import type { KapsoState } from '../state';
import { iso } from '../messageJson';
import { invalid } from '../refusal';

/** Events of a number. @see https://docs.kapso.ai/docs/platform/webhooks/message-events */
export const numberEvents = [
	'whatsapp.message.received',
	'whatsapp.message.sent',
	'whatsapp.message.delivered',
	'whatsapp.message.read',
	'whatsapp.message.failed',
	'whatsapp.conversation.created',
	'whatsapp.conversation.ended',
	'whatsapp.conversation.inactive',
	'whatsapp.contact.identity_changed',
] as const;

/** Events of a project. @see https://docs.kapso.ai/docs/platform/webhooks/project-webhooks */
export const projectEvents = [
	'whatsapp.config.created',
	'whatsapp.phone_number.created',
	'whatsapp.phone_number.deleted',
	'workflow.execution.handoff',
	'workflow.execution.failed',
	'project.event',
] as const;

/** A webhook of a number, or of the project. */
export interface KapsoWebhook {
	id: string;
	/** Not set for one of the project. */
	phoneNumberId?: string;
	url: string;
	kind: 'kapso' | 'meta';
	events: string[];
	active: boolean;
	secretKey: string;
	headers: Record<string, string>;
	bufferEnabled: boolean;
	bufferWindowSeconds: number;
	maxBufferSize: number;
	bufferEvents: string[];
	inactivityMinutes: number;
	payloadVersion: 'v1' | 'v2';
	createdAt: number;
	updatedAt: number;
}

const minutes = z.number().int().min(1).max(1440);

/** The fields of a webhook, as they are given. */
export const webhookInput = z.object({
	url: z.string(),
	kind: z.enum(['kapso', 'meta']),
	events: z.array(z.string()),
	active: z.boolean(),
	secret_key: z.string().min(1),
	headers: z.record(z.string(), z.string()),
	buffer_enabled: z.boolean(),
	buffer_window_seconds: z.number().int().min(1).max(60).nullable(),
	max_buffer_size: z.number().int().min(1).max(100).nullable(),
	buffer_events: z.array(z.string()),
	inactivity_minutes: minutes,
	/** The name on one page of the documentation. */
	inactive_after_minutes: minutes,
	payload_version: z.enum(['v1', 'v2']),
	phone_number_id: z.string().nullable(),
});

export type WebhookInput = Partial<z.output<typeof webhookInput>>;

/** The webhook with what is given. Its ID, number and dates stay. */
export function changedWebhook(webhook: KapsoWebhook, given: WebhookInput): KapsoWebhook {
	return {
		...webhook,
		url: given.url ?? webhook.url,
		kind: given.kind ?? webhook.kind,
		events: given.events ?? webhook.events,
		active: given.active ?? webhook.active,
		secretKey: given.secret_key ?? webhook.secretKey,
		headers: given.headers ?? webhook.headers,
		bufferEnabled: given.buffer_enabled ?? webhook.bufferEnabled,
		bufferWindowSeconds: given.buffer_window_seconds ?? webhook.bufferWindowSeconds,
		maxBufferSize: given.max_buffer_size ?? webhook.maxBufferSize,
		bufferEvents: given.buffer_events ?? webhook.bufferEvents,
		inactivityMinutes:
			given.inactivity_minutes ?? given.inactive_after_minutes ?? webhook.inactivityMinutes,
		payloadVersion: given.payload_version ?? webhook.payloadVersion,
		updatedAt: Date.now(),
	};
}

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Checks a webhook before it is stored. The words of the refusals are not documented.
 *
 * @throws HostError 422 for what Kapso does not take
 */
export function checkWebhook(webhook: KapsoWebhook, { webhooks }: KapsoState): void {
	const target = URL.canParse(webhook.url) ? new URL(webhook.url) : undefined;
	const isLocal = target?.protocol === 'http:' && loopbackHosts.includes(target.hostname);
	if (target?.protocol !== 'https:' && !isLocal) {
		throw invalid('Url must be an HTTPS URL or a localhost URL');
	}
	const { id, kind, phoneNumberId } = webhook;
	if (kind === 'meta') {
		if (phoneNumberId === undefined) throw invalid('Phone number is required for kind meta');
		const isTaken = webhooks.some(
			(other) => other.id !== id && other.kind === 'meta' && other.phoneNumberId === phoneNumberId,
		);
		// https://docs.kapso.ai/api/platform/v1/webhooks/create-webhook: one for each number.
		if (isTaken) throw invalid('Only one meta webhook is allowed per phone number');
		return;
	}
	const allowed: readonly string[] = phoneNumberId === undefined ? projectEvents : numberEvents;
	const unknown = webhook.events.find((event) => !allowed.includes(event));
	if (unknown !== undefined) {
		throw invalid(
			`Events contains '${unknown}', which a webhook of ${phoneNumberId === undefined ? 'the project' : 'a phone number'} does not get`,
		);
	}
}

/** The webhook as answers contain it. */
export function webhookJson(webhook: KapsoWebhook, { projectId }: KapsoState) {
	return {
		id: webhook.id,
		url: webhook.url,
		kind: webhook.kind,
		events: webhook.events,
		active: webhook.active,
		secret_key: webhook.secretKey,
		headers: webhook.headers,
		buffer_enabled: webhook.bufferEnabled,
		buffer_window_seconds: webhook.bufferEnabled ? webhook.bufferWindowSeconds : null,
		max_buffer_size: webhook.bufferEnabled ? webhook.maxBufferSize : null,
		buffer_events: webhook.bufferEvents,
		inactivity_minutes: webhook.inactivityMinutes,
		payload_version: webhook.payloadVersion,
		project_id: projectId,
		phone_number_id: webhook.phoneNumberId ?? null,
		created_at: iso(webhook.createdAt),
		updated_at: iso(webhook.updatedAt),
	};
}
