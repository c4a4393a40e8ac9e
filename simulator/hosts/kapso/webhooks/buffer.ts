import type { SimulatorContext } from '../../../context';
import { deliver } from './deliver';
import type { KapsoWebhook } from './webhook';

/** Events of one conversation that wait to be delivered together. */
export interface Buffer {
	payloads: Array<Record<string, unknown>>;
	messageIds: string[];
	/** Only the timer of the newest one counts: each event starts the window anew. */
	newest: number;
}

/** A message that came in, as the webhook gets it. */
interface BufferedEvent {
	event: string;
	conversationId: string;
	payload: Record<string, unknown>;
	messageId: string;
}

/** Whether the webhook gets this event in batches. */
export function isBuffered({ bufferEnabled, bufferEvents }: KapsoWebhook, event: string): boolean {
	// Only messages that come in can be buffered.
	return (
		bufferEnabled &&
		event === 'whatsapp.message.received' &&
		(bufferEvents.length === 0 || bufferEvents.includes(event))
	);
}

/**
 * Keeps an event until nothing more comes in the conversation for the length of the window, or there are too many.
 *
 * @see https://docs.kapso.ai/docs/platform/webhooks/advanced
 */
export function buffer(
	simulator: SimulatorContext,
	buffers: Map<string, Buffer>,
	webhook: KapsoWebhook,
	{ event, conversationId, payload, messageId }: BufferedEvent,
): void {
	const key = `${webhook.id} ${conversationId}`;
	const waiting = buffers.get(key) ?? { payloads: [], messageIds: [], newest: 0 };
	buffers.set(key, waiting);
	waiting.payloads.push(payload);
	waiting.messageIds.push(messageId);
	waiting.newest += 1;
	const mine = waiting.newest;
	const send = () => {
		if (buffers.get(key) !== waiting || waiting.newest !== mine) return;
		buffers.delete(key);
		const { payloads, messageIds } = waiting;
		const body = { type: event, batch: true, data: payloads };
		deliver(simulator, webhook, { event, body, batchSize: payloads.length, messageIds });
	};
	if (waiting.payloads.length >= webhook.maxBufferSize) {
		send();
		return;
	}
	const windowMs = webhook.bufferWindowSeconds * 1000 * simulator.settings.kapsoTimeScale;
	simulator.webhooks.later(windowMs, send);
}
