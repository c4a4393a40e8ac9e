import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { SimulatorContext } from '../../../context';
import type { OutgoingWebhook } from '../../../webhooks';
import { kapsoState } from '../state';
import type { KapsoWebhook } from './webhook';

/** @see https://docs.kapso.ai/docs/platform/webhooks/advanced */
const retryDelaysMs = [10_000, 40_000, 90_000];
/** @see https://docs.kapso.ai/docs/platform/webhooks/overview */
const timeoutMs = 10_000;

/** What is delivered to one webhook. */
export interface Delivery {
	event: string;
	body: Record<string, unknown>;
	/** How many events are in it, if it is a batch. */
	batchSize?: number;
	/** Meta's IDs of the customers' messages in it, if it is not Meta's body. */
	messageIds?: string[];
	/** Called when all retries have failed. */
	dropped?(): void;
}

/** Delivers to a webhook until it is received or all retries have failed. */
export function deliver(
	simulator: SimulatorContext,
	webhook: KapsoWebhook,
	delivery: Delivery,
): void {
	if (!webhook.active) return;
	const sent = simulator.webhooks.deliver(outgoing(simulator, webhook, delivery));
	kapsoState(simulator.state).deliveries.push({
		webhookId: webhook.id,
		event: delivery.event,
		delivery: sent,
	});
}

/**
 * A delivery as Kapso sends it.
 *
 * @param secret that signs it. Default: the webhook's
 * @see https://docs.kapso.ai/docs/platform/webhooks/security
 */
export function outgoing(
	{ settings }: SimulatorContext,
	webhook: KapsoWebhook,
	{ event, body, batchSize, messageIds, dropped }: Delivery,
	secret = webhook.secretKey,
): OutgoingWebhook {
	// The same for each retry.
	const idempotencyKey = randomUUID();
	return {
		field: event,
		phoneNumberId: webhook.phoneNumberId,
		via: 'kapso',
		url: webhook.url,
		body,
		...(messageIds && { messageIds }),
		// Meta's body is passed on byte by byte.
		...(webhook.kind === 'kapso' && { encode: JSON.stringify }),
		headers: (raw) => ({
			...webhook.headers,
			'x-webhook-event': event,
			'x-webhook-signature': createHmac('sha256', secret).update(raw).digest('hex'),
			'x-idempotency-key':
				webhook.kind === 'meta' ? createHash('sha256').update(raw).digest('hex') : idempotencyKey,
			'x-webhook-payload-version': webhook.payloadVersion,
			...(batchSize !== undefined && {
				'x-webhook-batch': 'true',
				'x-batch-size': String(batchSize),
			}),
		}),
		...(dropped && { dropped }),
		timeoutMs,
		retryDelaysMs: retryDelaysMs.map((delay) => delay * settings.kapsoTimeScale),
	};
}
