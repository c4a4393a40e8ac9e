import { business } from '../../../business';
import type { SimulatorContext } from '../../../context';
import { SimulatedGraphError } from '../../../graph/errors';
import { validateMessage } from '../../../messages';
import { send } from '../../../messages/send';
import type { Template } from '../../../templates/template';
import { matchTemplate } from '../../../templates/match';
import type { Broadcast, Recipient } from './broadcast';

/** The longest wait of a timer. */
const longestWaitMs = 2 ** 31 - 1;

function messageTo({ waId, components }: Recipient, { name, language }: Template) {
	return {
		messaging_product: 'whatsapp',
		to: waId,
		type: 'template',
		template: { name, language: { code: language }, components },
	};
}

/** Why Meta would not take this message, or undefined. */
export function problemWith(recipient: Recipient, template: Template): string | undefined {
	try {
		const message = validateMessage(messageTo(recipient, template));
		if (message.type === 'template') matchTemplate(template, message.template);
		return undefined;
	} catch (error) {
		if (error instanceof SimulatedGraphError) return textOf(error);
		throw error;
	}
}

/** Sends to everyone. The response to the call that starts it does not wait. */
export function startSending(simulator: SimulatorContext, broadcast: Broadcast): void {
	broadcast.status = 'sending';
	broadcast.startedAt = Date.now();
	broadcast.updatedAt = Date.now();
	sendNext(simulator, broadcast);
}

/** Starts a scheduled broadcast when its time has come, unless it was cancelled or put off. */
export function startWhenDue(simulator: SimulatorContext, broadcast: Broadcast): void {
	const due = broadcast.scheduledAt;
	if (due === undefined) return;
	const delayMs = Math.min(Math.max(0, due - Date.now()), longestWaitMs);
	simulator.webhooks.inBackground(delayMs, () => {
		if (broadcast.status !== 'scheduled' || broadcast.scheduledAt !== due) return;
		if (due > Date.now()) startWhenDue(simulator, broadcast);
		else startSending(simulator, broadcast);
	});
}

/** One after the other, so that it can be stopped in between. */
function sendNext(simulator: SimulatorContext, broadcast: Broadcast): void {
	simulator.webhooks.later(0, () => {
		if (broadcast.status !== 'sending') return;
		const recipient = broadcast.recipients.find(({ message, error }) => !message && !error);
		if (!recipient) {
			broadcast.status = 'completed';
			broadcast.completedAt = Date.now();
			broadcast.updatedAt = Date.now();
			return;
		}
		sendTo(simulator, broadcast, recipient);
		sendNext(simulator, broadcast);
	});
}

function sendTo(simulator: SimulatorContext, broadcast: Broadcast, recipient: Recipient): void {
	const { state } = simulator;
	const sender = state.phoneNumbers.find(({ id }) => id === broadcast.phoneNumberId);
	const template = state.templates.find(({ id }) => id === broadcast.templateId);
	try {
		if (!sender || !template) throw new SimulatedGraphError(132001);
		const { accepted } = send(simulator, sender, messageTo(recipient, template), {
			endpoint: 'messages',
			appId: business.app.id,
		});
		recipient.message = accepted;
	} catch (error) {
		if (!(error instanceof SimulatedGraphError)) throw error;
		recipient.error = textOf(error);
		recipient.failedAt = Date.now();
	}
}

function textOf({ message, options }: SimulatedGraphError): string {
	return options.details ?? message;
}
