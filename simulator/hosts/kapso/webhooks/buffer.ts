import type { SimulatorContext } from '../../../context';
import { deliver } from './deliver';
import type { KapsoState } from '../state';
import type { KapsoWebhook } from './webhook';

/** Events of one conversation that wait to be delivered together. */
export interface Buffer {
	payloads: Array<Record<string, unknown>>;
	messageIds: string[];
	/** Numbers of the events, counted over all conversations. */
	sequences: number[];
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
	kapso: KapsoState,
	webhook: KapsoWebhook,
	{ event, conversationId, payload, messageId }: BufferedEvent,
): void {
	const { buffers } = kapso;
	const key = `${webhook.id} ${conversationId}`;
	const waiting = buffers.get(key) ?? { payloads: [], messageIds: [], sequences: [], newest: 0 };
	buffers.set(key, waiting);
	waiting.payloads.push(payload);
	waiting.messageIds.push(messageId);
	waiting.sequences.push(kapso.nextSequence());
	waiting.newest += 1;
	const mine = waiting.newest;
	const send = () => {
		if (buffers.get(key) !== waiting || waiting.newest !== mine) return;
		buffers.delete(key);
		const { payloads, messageIds, sequences } = waiting;
		const batch_info = {
			size: payloads.length,
			window_ms: webhook.bufferWindowSeconds * 1000,
			first_sequence: sequences[0],
			last_sequence: sequences.at(-1),
			conversation_id: conversationId,
		};
		const body = { type: event, batch: true, data: payloads, batch_info };
		// After the last retry, each message is delivered alone.
		const dropped = () => {
			for (const [index, each] of payloads.entries()) {
				deliver(simulator, webhook, {
					event,
					body: each,
					messageIds: messageIds.slice(index, index + 1),
				});
			}
		};
		deliver(simulator, webhook, {
			...{ event, body, batchSize: payloads.length, messageIds, dropped },
		});
	};
	if (waiting.payloads.length >= webhook.maxBufferSize) {
		send();
		return;
	}
	const windowMs = webhook.bufferWindowSeconds * 1000 * simulator.settings.kapsoTimeScale;
	simulator.webhooks.later(windowMs, send);
}
