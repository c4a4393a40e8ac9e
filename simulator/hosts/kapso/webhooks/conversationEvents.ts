import type { SimulatorContext } from '../../../context';
import type { Conversation } from '../inbox';
import { iso } from '../messageJson';
import { kapsoState, type KapsoState } from '../state';
import { buffer, isBuffered } from './buffer';
import { deliver } from './deliver';
import { payloadOf, type ConversationEvent } from './payload';

/** Delivers what happened to the webhooks of the number that want to know. */
export function report(simulator: SimulatorContext, happened: ConversationEvent): void {
	const { event, conversation, message } = happened;
	const kapso = kapsoState(simulator.state);
	for (const webhook of kapso.webhooks) {
		const { kind, phoneNumberId, events, active } = webhook;
		if (kind !== 'kapso' || !active || phoneNumberId !== conversation.phoneNumberId) continue;
		if (!events.includes(event)) continue;
		const payload = payloadOf(simulator, webhook, happened);
		const messageId = message?.id;
		if (messageId !== undefined && isBuffered(webhook, event)) {
			const conversationId = conversation.id;
			buffer(simulator, kapso, webhook, { event, conversationId, payload, messageId });
		} else {
			// Statuses say nothing of what became of a message's own webhook.
			const isReport = event === 'whatsapp.message.received' || message?.origin === 'business_app';
			const messageIds = isReport && messageId !== undefined ? [messageId] : undefined;
			deliver(simulator, webhook, { event, body: payload, messageIds });
		}
	}
}

/** Ends a conversation. The next message opens another one. */
export function endConversation(simulator: SimulatorContext, conversation: Conversation): void {
	if (conversation.status === 'ended') return;
	conversation.status = 'ended';
	conversation.updatedAt = Date.now();
	report(simulator, { event: 'whatsapp.conversation.ended', conversation });
}

/** Makes a conversation the one that goes on. Whether Kapso then ends the other one is not documented. */
export function reopenConversation({ inbox }: KapsoState, conversation: Conversation): void {
	const { phoneNumberId, customer } = conversation;
	for (const other of inbox.conversations) {
		const isSame = other.phoneNumberId === phoneNumberId && other.customer === customer;
		if (isSame && other !== conversation) other.status = 'ended';
	}
	conversation.status = 'active';
	conversation.updatedAt = Date.now();
}

/** Reports a conversation as inactive to each webhook that asks for it, unless something happens in it before. */
export function watchActivity(simulator: SimulatorContext, conversation: Conversation): void {
	const event = 'whatsapp.conversation.inactive';
	const last = conversation.messages.at(-1);
	if (last === undefined) return;
	for (const webhook of kapsoState(simulator.state).webhooks) {
		const { phoneNumberId, events, inactivityMinutes } = webhook;
		if (phoneNumberId !== conversation.phoneNumberId || !events.includes(event)) continue;
		const delayMs = inactivityMinutes * 60_000 * simulator.settings.kapsoTimeScale;
		simulator.webhooks.inBackground(delayMs, () => {
			if (conversation.messages.at(-1) !== last || conversation.status !== 'active') return;
			const more = {
				since_message: {
					id: last.id,
					whatsapp_message_id: last.id,
					direction: last.direction,
					created_at: iso(last.at),
				},
				inactivity: { minutes: inactivityMinutes },
			};
			const body = payloadOf(simulator, webhook, { event, conversation, more });
			deliver(simulator, webhook, { event, body });
		});
	}
}
