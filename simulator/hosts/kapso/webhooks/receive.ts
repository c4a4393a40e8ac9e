import { z } from 'zod';
import type { SimulatorContext } from '../../../context';
import type { OutgoingWebhook } from '../../../webhooks';
import type { WebhookChange } from '../../../webhooks/payload';
import type { KapsoMessage } from '../inbox';
import { kapsoState } from '../state';
import { report, watchActivity } from './conversationEvents';
import { deliver, outgoing } from './deliver';
import { payloadOf } from './payload';
import { sampleEvent } from './sample';
import type { KapsoWebhook } from './webhook';

type Body = Record<string, unknown>;

/** Passes on what Meta sends: as it is to webhooks of kind meta, as Kapso's own events to those of kind kapso. */
export function receive(simulator: SimulatorContext, change: WebhookChange, body: Body): void {
	const { phoneNumberId, field } = change;
	const kapso = kapsoState(simulator.state);
	const number = kapso.number(phoneNumberId);
	// Meta sends nothing for a number that is not registered.
	if (phoneNumberId !== undefined && number?.phoneNumber.registered !== true) return;
	for (const webhook of kapso.webhooks) {
		if (isMetaKind(webhook, phoneNumberId)) deliver(simulator, webhook, { event: field, body });
	}
	kapso.inbox.sync();
	for (const { messages, statuses, message_echoes } of valuesOf(body)) {
		for (const { id } of messages) received(simulator, kapso.inbox.message(id));
		for (const { id } of message_echoes) reported(simulator, kapso.inbox.message(id), 'sent');
		for (const raw of statuses) {
			const message = kapso.inbox.message(raw.id);
			message?.rawStatuses.push(raw);
			reported(simulator, message, raw.status);
		}
	}
}

/** The delivery of a change that the first webhook of its number would get, signed with a wrong secret. */
export function forged(
	simulator: SimulatorContext,
	{ phoneNumberId, field }: WebhookChange,
	body: Body,
): OutgoingWebhook | undefined {
	const kapso = kapsoState(simulator.state);
	const ofNumber = kapso.webhooks.filter((webhook) => webhook.phoneNumberId === phoneNumberId);
	const webhook = ofNumber.find(({ kind }) => kind === 'meta') ?? ofNumber[0];
	if (!webhook) return undefined;
	const event = webhook.kind === 'meta' ? field : 'whatsapp.message.received';
	return outgoing(
		simulator,
		webhook,
		{ event, body: forgedBody(simulator, webhook, body) },
		'wrong',
	);
}

function forgedBody(simulator: SimulatorContext, webhook: KapsoWebhook, body: Body): Body {
	return webhook.kind === 'meta'
		? body
		: payloadOf(simulator, webhook, sampleEvent(simulator, webhook, 'whatsapp.message.received'));
}

/** What is about the account and not about a number goes to all: Kapso says that it forwards all of Meta's events. */
function isMetaKind(
	{ kind, ...webhook }: KapsoWebhook,
	phoneNumberId: string | undefined,
): boolean {
	return (
		kind === 'meta' && (phoneNumberId === undefined || webhook.phoneNumberId === phoneNumberId)
	);
}

function received(simulator: SimulatorContext, message: KapsoMessage | undefined): void {
	if (!message) return;
	const { conversation } = message;
	opened(simulator, message);
	report(simulator, { event: 'whatsapp.message.received', conversation, message });
	watchActivity(simulator, conversation);
}

function reported(
	simulator: SimulatorContext,
	message: KapsoMessage | undefined,
	status: string,
): void {
	if (!message) return;
	const { conversation } = message;
	if (status === 'sent') {
		opened(simulator, message);
		watchActivity(simulator, conversation);
	}
	report(simulator, { event: `whatsapp.message.${status}`, conversation, message });
}

function opened(simulator: SimulatorContext, message: KapsoMessage): void {
	const { conversation } = message;
	if (conversation.messages[0] !== message) return;
	report(simulator, { event: 'whatsapp.conversation.created', conversation });
}

const withId = z.looseObject({ id: z.string() });
const valueSchema = z.looseObject({
	messages: z.array(withId).default([]),
	message_echoes: z.array(withId).default([]),
	statuses: z.array(withId.extend({ status: z.string() })).default([]),
});
const bodySchema = z.object({
	entry: z.array(z.object({ changes: z.array(z.object({ value: z.unknown() })) })),
});

function valuesOf(body: Body): Array<z.output<typeof valueSchema>> {
	return bodySchema
		.parse(body)
		.entry.flatMap(({ changes }) => changes)
		.flatMap(({ value }) => valueSchema.safeParse(value).data ?? []);
}
