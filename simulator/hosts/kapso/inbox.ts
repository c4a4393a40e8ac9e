import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Customer } from '../../customers/customer';
import type { BusinessAppMessage } from '../../echoes/echo';
import type { AcceptedMessage, ReceivedMessage } from '../../messages/message';
import type { State } from '../../state';
import { without } from './without';

const dayMs = 86_400_000;

/** A conversation of one number with one customer. Times are in milliseconds since 1970. */
export interface Conversation {
	id: string;
	phoneNumberId: string;
	customer: Customer;
	status: 'active' | 'ended';
	createdAt: number;
	lastActiveAt: number;
	updatedAt: number;
	metadata: Record<string, unknown>;
	/** Oldest first. */
	messages: KapsoMessage[];
	assignments: Assignment[];
}

/** Who looks after a conversation. */
export interface Assignment {
	id: string;
	userId: string;
	notes?: string;
	active: boolean;
	createdAt: number;
}

/** A message of any of the three ways in and out. */
export interface KapsoMessage {
	id: string;
	direction: 'inbound' | 'outbound';
	origin: 'cloud_api' | 'business_app';
	at: number;
	type: string;
	/** The message object as Meta has it, without its ID and time. */
	content: Record<string, unknown>;
	conversation: Conversation;
	/** Of a message of the business: as reported so far. */
	statuses: AcceptedMessage['statuses'];
	/** The statuses as Meta's webhooks have them. */
	rawStatuses: Array<Record<string, unknown>>;
}

/** A conversation without messages. */
export function newConversation(
	phoneNumberId: string,
	customer: Customer,
	at: number,
): Conversation {
	return {
		id: randomUUID(),
		phoneNumberId,
		customer,
		status: 'active',
		createdAt: at,
		lastActiveAt: at,
		updatedAt: at,
		metadata: {},
		messages: [],
		assignments: [],
	};
}

interface Arrival extends Omit<KapsoMessage, 'conversation' | 'rawStatuses'> {
	phoneNumberId: string;
	customerKey: string;
}

/** The conversations that Kapso makes of the messages of all numbers. Groups have none. */
export class Inbox {
	readonly conversations: Conversation[] = [];
	private readonly byId = new Map<string, KapsoMessage>();
	private readonly seen = { accepted: 0, received: 0, businessApp: 0 };

	constructor(private readonly state: State) {}

	/** Puts new messages into conversations. Call it before anything is read. */
	sync(): void {
		const { accepted, received, businessAppMessages } = this.state;
		const arrivals = [
			...accepted.slice(this.seen.accepted).flatMap(sentArrival),
			...received.slice(this.seen.received).flatMap(receivedArrival),
			...businessAppMessages.slice(this.seen.businessApp).map(businessAppArrival),
		];
		this.seen.accepted = accepted.length;
		this.seen.received = received.length;
		this.seen.businessApp = businessAppMessages.length;
		for (const arrival of arrivals.sort((a, b) => a.at - b.at)) this.add(arrival);
	}

	message(id: string): KapsoMessage | undefined {
		return this.byId.get(id);
	}

	conversation(id: string): Conversation | undefined {
		return this.conversations.find((candidate) => candidate.id === id);
	}

	/** Oldest first. */
	messages(): KapsoMessage[] {
		return [...this.byId.values()];
	}

	/** Forgets a customer's conversations. */
	erase(customer: Customer): void {
		for (const conversation of this.conversations.filter((one) => one.customer === customer)) {
			for (const { id } of conversation.messages) this.byId.delete(id);
			this.conversations.splice(this.conversations.indexOf(conversation), 1);
		}
	}

	private add({ phoneNumberId, customerKey, ...about }: Arrival): void {
		const customer = this.state.customerOrNew(customerKey);
		const conversation = this.activeWith(phoneNumberId, customer, about.at);
		const message: KapsoMessage = { ...about, conversation, rawStatuses: [] };
		conversation.messages.push(message);
		conversation.lastActiveAt = Math.max(conversation.lastActiveAt, about.at);
		conversation.updatedAt = Date.now();
		this.byId.set(message.id, message);
	}

	private activeWith(phoneNumberId: string, customer: Customer, at: number): Conversation {
		const known = this.conversations.find(
			(candidate) =>
				candidate.phoneNumberId === phoneNumberId &&
				candidate.customer.userId === customer.userId &&
				candidate.status === 'active',
		);
		// https://docs.kapso.ai/docs/how-to/whatsapp/set-up-webhooks: it ends after 24 hours without messages.
		if (known && at - known.lastActiveAt < dayMs) return known;
		if (known) known.status = 'ended';
		const conversation = newConversation(phoneNumberId, customer, at);
		this.conversations.push(conversation);
		return conversation;
	}
}

const typed = z.looseObject({ type: z.string().default('text') });

function sentArrival({
	id,
	phoneNumberId,
	acceptedAt: at,
	recipient: customerKey,
	body,
	statuses,
}: AcceptedMessage): Arrival[] {
	if (body.recipient_type === 'group') return [];
	const { type } = typed.parse(body);
	const { context } = body;
	return [
		{
			id,
			phoneNumberId,
			customerKey,
			at,
			direction: 'outbound',
			origin: 'cloud_api',
			type,
			content: { ...(context !== undefined && { context }), type, [type]: body[type] },
			statuses,
		},
	];
}

function receivedArrival({ id, phoneNumberId, from, at, message }: ReceivedMessage): Arrival[] {
	if (message.group_id !== undefined) return [];
	const { type } = typed.parse(message);
	const content = { ...without(message, 'id', 'timestamp'), type };
	return [
		{
			id,
			phoneNumberId,
			customerKey: from,
			at,
			direction: 'inbound',
			origin: 'cloud_api',
			type,
			content,
			statuses: [],
		},
	];
}

function businessAppArrival({
	id,
	phoneNumberId,
	recipient: customerKey,
	sentAt: at,
	content,
}: BusinessAppMessage): Arrival {
	return {
		id,
		phoneNumberId,
		customerKey,
		at,
		direction: 'outbound',
		origin: 'business_app',
		type: content.type,
		content,
		statuses: [],
	};
}
