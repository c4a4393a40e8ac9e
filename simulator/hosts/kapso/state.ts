import { randomUUID } from 'node:crypto';
import { business } from '../../business';
import type { PhoneNumber } from '../../phoneNumbers/phoneNumber';
import type { State } from '../../state';
import type { WebhookDelivery } from '../../webhooks';
import type { Broadcast } from './broadcasts/broadcast';
import { Contacts } from './contacts';
import type { KapsoCustomer } from './customers';
import type { KapsoFlow } from './flows/flow';
import type { KapsoFunction } from './flows/function';
import { Inbox } from './inbox';
import type { InboxEmbed } from './inboxEmbeds';
import type { SetupLink } from './setupLinks';
import { uuidFor } from './uuid';
import type { Buffer } from './webhooks/buffer';
import type { KapsoWebhook } from './webhooks/webhook';

/** What Kapso knows of a number beside what Meta does. */
export interface ConnectedNumber {
	phoneNumber: PhoneNumber;
	internalId: string;
	/** What its users call it. */
	name: string;
	customerId?: string;
	createdAt: number;
	/** Whether Kapso has set up the encryption of Flows. */
	flowsEncryption: boolean;
	inboundProcessing: boolean;
	calls: boolean;
}

/** A delivery, and the webhook that it was for. */
export interface SentDelivery {
	webhookId: string;
	event: string;
	delivery: WebhookDelivery;
}

/** Everything that Kapso remembers: one project, whose numbers are those of the business. */
export class KapsoState {
	readonly projectId = '1d6ca0a3-91c2-4f13-8a94-28ddb0d5f2f3';
	readonly inbox: Inbox;
	webhooks: KapsoWebhook[] = [];
	/** What was delivered to webhooks, the oldest first. */
	readonly deliveries: SentDelivery[] = [];
	/** Events that wait, by webhook and conversation. */
	readonly buffers = new Map<string, Buffer>();
	/** The minute that is counted, and the requests in it. */
	limit = { since: 0, requests: 0 };
	readonly customers: KapsoCustomer[] = [];
	readonly setupLinks: SetupLink[] = [];
	readonly inboxEmbeds: InboxEmbed[] = [];
	readonly contacts = new Contacts();
	readonly broadcasts: Broadcast[] = [];
	readonly flows = new Map<string, KapsoFlow>();
	readonly functions: KapsoFunction[] = [];
	/** Members of the project, to whom conversations are assigned. */
	readonly users = business.portfolio.users.map(({ id, name }) => ({
		id: uuidFor(id),
		name,
		email: `${name.toLowerCase().replace(/ /g, '.')}@example.com`,
	}));
	/** Conversations to which a message is on its way. */
	readonly inFlight = new Set<string>();
	private readonly connected = new Map<string, ConnectedNumber>();
	private readonly removed = new Set<string>();

	private sequence = 100;

	constructor(private readonly state: State) {
		this.inbox = new Inbox(state);
	}

	/** The number of the next event that is delivered in a batch. */
	nextSequence(): number {
		this.sequence += 1;
		return this.sequence;
	}

	/** The numbers of the project. */
	numbers(): ConnectedNumber[] {
		return this.state.phoneNumbers
			.filter(({ id }) => !this.removed.has(id))
			.map((phoneNumber) => this.connect(phoneNumber));
	}

	number(id: string | null | undefined): ConnectedNumber | undefined {
		return this.numbers().find(({ phoneNumber }) => phoneNumber.id === id);
	}

	/** Puts a number into the project that Meta has, if it is not there. */
	add(
		id: string,
		about: Partial<Pick<ConnectedNumber, 'name' | 'customerId'>>,
	): ConnectedNumber | undefined {
		this.removed.delete(id);
		const number = this.number(id);
		return number && Object.assign(number, about);
	}

	/** Takes a number out of the project, with its webhooks. Meta keeps it. */
	remove(id: string): void {
		this.removed.add(id);
		this.webhooks = this.webhooks.filter(({ phoneNumberId }) => phoneNumberId !== id);
	}

	private connect(phoneNumber: PhoneNumber): ConnectedNumber {
		const known = this.connected.get(phoneNumber.id);
		if (known) return known;
		const number: ConnectedNumber = {
			phoneNumber,
			internalId: randomUUID(),
			name: phoneNumber.verifiedName,
			createdAt: Date.now(),
			flowsEncryption: false,
			inboundProcessing: true,
			calls: true,
		};
		this.connected.set(phoneNumber.id, number);
		return number;
	}
}

const states = new WeakMap<State, KapsoState>();

/** What Kapso remembers of this state. Empty at first. */
export function kapsoState(state: State): KapsoState {
	const known = states.get(state) ?? new KapsoState(state);
	states.set(state, known);
	return known;
}
