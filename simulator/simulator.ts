import { business } from './business';
import type { SimulatorContext } from './context';
import type { Call } from './calls/call';
import {
	actOnCall,
	callAsCustomer,
	type CallAction,
	type CustomerCall,
} from './calls/customerCalls';
import { newCustomer, newUserId, type Customer } from './customers/customer';
import { chooseMarketing, type MarketingChoice } from './customers/marketing';
import { writeAsCustomer, type CustomerMessage, type CustomerMessages } from './customers/message';
import type { BusinessAppMessage } from './echoes/echo';
import { replyAsOtherApp, replyInBusinessApp, type Reply } from './echoes/reply';
import { faultSchema, type Fault, type FaultInput } from './graph/faults';
import type { RequestRecord } from './graph/requestRecord';
import type { Group } from './groups/group';
import { GroupError, joinGroup, leaveGroup } from './groups/membership';
import { forgedBy, keepHostCallbacks } from './hosts';
import type { ForgedProof } from './hosts/host';
import { hosts, type HostName } from './hosts/names';
import type { AcceptedMessage, MessageStatus, ReceivedMessage } from './messages/message';
import { reportStatus } from './messages/statuses';
import { defaultSettings, settingsSchema, type SimulatorSettings } from './settings';
import { State } from './state';
import { setTemplateStatus, type Verdict } from './templates/review';
import { CallbackError, type WebhookDelivery } from './webhooks';
import {
	contactOf,
	metadataOf,
	timestamp,
	webhookBody,
	type WebhookChange,
} from './webhooks/payload';

/** Filter for `messages()`. */
export interface MessageFilter {
	phoneNumberId?: string;
	/** Digits, user ID or group ID. */
	to?: string;
	/** Milliseconds since 1970. */
	since?: number;
}

/** A customer to add or change. */
export interface CustomerInput {
	/** Phone number in digits. Not set for a customer who is known by `userId` only. */
	waId?: string;
	userId?: string;
	username?: string;
	profileName?: string;
	/** Another one than before means another phone. */
	identityKeyHash?: string;
}

/**
 * A running simulator. Its methods do in code what the control interface does over HTTP.
 * @see simulator/README.md
 */
export class Simulator {
	/** The seeds: IDs, tokens, numbers, templates, customers. */
	readonly business = business;

	/** @internal use `startSimulator` */
	constructor(
		private readonly context: SimulatorContext,
		private readonly close: () => Promise<void>,
	) {}

	/** URL of the Graph API without version, e.g. `http://127.0.0.1:4010`. */
	get url(): string {
		return this.context.url;
	}

	/** All stored data. */
	get state(): State {
		return this.context.state;
	}

	get settings(): Readonly<SimulatorSettings> {
		return this.context.settings;
	}

	/** Accepted messages, oldest first. */
	messages({ phoneNumberId, to, since }: MessageFilter = {}): AcceptedMessage[] {
		return this.state.accepted.filter(
			(message) =>
				(phoneNumberId === undefined || message.phoneNumberId === phoneNumberId) &&
				(to === undefined || message.recipient === to || message.body.to === to) &&
				(since === undefined || message.acceptedAt >= since),
		);
	}

	/** The newest 10,000 calls of the Graph API, oldest first. */
	requests(): RequestRecord[] {
		return this.state.requests.all();
	}

	/** The newest 10,000 webhooks with their outcome, oldest first. */
	webhooks(): WebhookDelivery[] {
		return this.context.webhooks.list();
	}

	/**
	 * Resolves when no webhook, retry or status is scheduled or in progress.
	 *
	 * @throws Error that names what is pending after `timeoutMs`
	 */
	settled(timeoutMs = 30_000): Promise<void> {
		return this.context.webhooks.settled(timeoutMs);
	}

	/** Adds or changes a customer. Without `waId`, the business cannot see their phone number. */
	setCustomer({ waId, userId, username, profileName, identityKeyHash }: CustomerInput): Customer {
		const known = [waId, userId].flatMap((key) => (key ? (this.state.customer(key) ?? []) : []))[0];
		const identity = {
			waId: waId ?? known?.waId,
			userId: userId ?? known?.userId ?? newUserId(),
			username: username ?? known?.username,
			profileName: profileName ?? known?.profileName ?? `Customer ${waId ?? userId ?? ''}`.trim(),
		};
		const customer: Customer = {
			...(known ?? newCustomer(identity)),
			...identity,
			...(identityKeyHash !== undefined && { identityKeyHash }),
		};
		this.state.addCustomer(customer);
		return customer;
	}

	/**
	 * Sends a message to the business as the customer with this phone number (digits) or user ID.
	 *
	 * @throws ZodError for an invalid message, CustomerMessageError for a tap on something that was not sent
	 */
	async writeAs(customer: string, message: CustomerMessage): Promise<ReceivedMessage> {
		const [received] = await this.writeAllAs(customer, { messages: [message] });
		if (!received) throw new Error('The customer wrote nothing');
		return received;
	}

	/**
	 * Sends several messages to the business, one right after the other, e.g. the images of an album.
	 *
	 * @throws like `writeAs`
	 */
	writeAllAs(customer: string, messages: CustomerMessages): Promise<ReceivedMessage[]> {
		return writeAsCustomer(this.context, this.state.customerOrNew(customer), messages);
	}

	/**
	 * Writes to this customer in the WhatsApp Business app, as a person of the business.
	 *
	 * @throws ZodError for an invalid message, CustomerMessageError if there is no such number
	 */
	replyInBusinessApp(customer: string, reply: Reply): BusinessAppMessage {
		return replyInBusinessApp(this.context, this.state.customerOrNew(customer), reply);
	}

	/**
	 * Sends a message to this customer through the API as another app that uses the same number.
	 *
	 * @throws like `replyInBusinessApp`, and SimulatedGraphError for a message that the API rejects
	 */
	replyAsOtherApp(customer: string, reply: Reply): AcceptedMessage {
		return replyAsOtherApp(this.context, this.state.customerOrNew(customer), reply);
	}

	/**
	 * Calls the business as this customer.
	 *
	 * @throws ZodError for an invalid call, CustomerMessageError if the number takes no calls
	 */
	callAs(customer: string, call: CustomerCall = {}): Call {
		return callAsCustomer(this.context, this.state.customerOrNew(customer), call);
	}

	/**
	 * Does something about a call as its customer. Returns false if no call has this ID.
	 *
	 * @throws CustomerMessageError if the call is not in that state
	 */
	actOnCall(id: string, action: CallAction): boolean {
		const call = this.state.calls.find((candidate) => candidate.id === id);
		if (call) actOnCall(this.context, call, this.state.customerOrNew(call.userId), action);
		return call !== undefined;
	}

	/**
	 * Stops or resumes the marketing messages of a number as this customer.
	 *
	 * @throws ZodError for an invalid choice, CustomerMessageError if there is no such number
	 */
	chooseMarketing(customer: string, choice: MarketingChoice): Customer {
		const chosen = this.state.customerOrNew(customer);
		chooseMarketing(this.context, chosen, choice);
		return chosen;
	}

	/**
	 * Opens the invite link of a group as this customer. They join or wait for approval.
	 *
	 * @throws GroupError if they cannot join
	 */
	joinGroup(groupId: string, customer: string): Group {
		const group = this.groupOf(groupId);
		joinGroup(this.context, group, this.state.customerOrNew(customer));
		return group;
	}

	/**
	 * Leaves a group as this customer, or withdraws their join request.
	 *
	 * @throws GroupError if they are not in it and have not asked to join
	 */
	leaveGroup(groupId: string, customer: string): Group {
		const group = this.groupOf(groupId);
		leaveGroup(this.context, group, this.state.customerOrNew(customer));
		return group;
	}

	private groupOf(id: string): Group {
		const group = this.state.groups.find((candidate) => candidate.id === id);
		if (!group) throw new GroupError('No group has this ID');
		return group;
	}

	/** Closes this customer's customer service window for every number. */
	closeWindow(customer: string): void {
		const { lastWroteAt, cameFromAdAt } = this.state.customerOrNew(customer);
		lastWroteAt.clear();
		cameFromAdAt.clear();
	}

	/** Reports a status of an accepted message now, in addition to the scheduled ones. */
	reportStatus(messageId: string, status: MessageStatus): boolean {
		const message = this.state.messages.get(messageId);
		if (!message || !('statuses' in message)) return false;
		reportStatus(this.context, message, status);
		return true;
	}

	/** Sets the status of a template and sends its webhook. Returns false if no template has this ID. */
	setTemplateStatus(id: string, verdict: Verdict): boolean {
		const template = this.state.templates.find((candidate) => candidate.id === id);
		if (template) setTemplateStatus(this.context, template, verdict);
		return template !== undefined;
	}

	/** Changes some settings. @throws ZodError for an invalid value */
	updateSettings(changes: Partial<SimulatorSettings>): SimulatorSettings {
		this.context.settings = settingsSchema.parse({ ...this.context.settings, ...changes });
		return this.context.settings;
	}

	/** Adds faults. @throws ZodError for an invalid rule */
	addFaults(...rules: FaultInput[]): void {
		this.context.faults.add(...rules.map((rule) => faultSchema.parse(rule)));
	}

	clearFaults(): void {
		this.context.faults.clear();
	}

	faults(): Array<Fault & { struck: number }> {
		return this.context.faults.list();
	}

	/**
	 * Sends a customer's message with an invalid signature, as an attacker would.
	 *
	 * @throws CallbackError if the URL is not a registered callback URL
	 */
	forgeWebhook(url?: string): Promise<WebhookDelivery> {
		return this.context.webhooks.emitForged(this.forgedChange(), url);
	}

	/**
	 * Sends a customer's message as another host does, but with a wrong signature or secret, or none.
	 *
	 * @throws CallbackError if the host is off or has no callback URL
	 */
	forgeHostWebhook(name: HostName, proof: ForgedProof = 'wrong'): Promise<WebhookDelivery> {
		const change = this.forgedChange();
		const body = webhookBody(this.state.waba.id, [change]);
		const webhook = forgedBy(name, this.context, change, body, proof);
		if (!webhook) {
			throw new CallbackError(
				`${hosts[name].title} is off or delivers to no URL. Switch it on and register a webhook first.`,
			);
		}
		return this.context.webhooks.sendOnce(webhook, 'forged, sent once');
	}

	private forgedChange(): WebhookChange {
		const phoneNumber = this.state.phoneNumbers[0];
		const customer = this.state.allCustomers()[0];
		if (!phoneNumber || !customer) throw new Error('The simulated business has no number');
		return {
			field: 'messages',
			phoneNumberId: phoneNumber.id,
			value: {
				...metadataOf(phoneNumber),
				contacts: [contactOf(customer)],
				messages: [
					{
						from: customer.waId,
						id: 'wamid.FORGED',
						timestamp: timestamp(Date.now()),
						type: 'text',
						text: { body: 'forged' },
					},
				],
			},
		};
	}

	/** Does what the button 'Test' beside a webhook field in the Meta app dashboard does. */
	sendSample(field: string, value?: Record<string, unknown>): Promise<WebhookDelivery> {
		return this.context.webhooks.emitSample(field, value);
	}

	/** Delivers a webhook again, as Meta may. */
	redeliverWebhook(id: string): WebhookDelivery | undefined {
		return this.context.webhooks.redeliver(id);
	}

	/** Sends a webhook for any field, e.g. `account_update`. */
	emitWebhook(
		field: string,
		value: Record<string, unknown>,
		phoneNumberId?: string,
	): WebhookDelivery {
		return this.context.webhooks.emit({ field, value, phoneNumberId });
	}

	/**
	 * Restores the initial state: no records, faults or changed settings.
	 * With `keepCallbacks`, subscriptions, overrides and settings are kept.
	 */
	async reset({ keepCallbacks = false } = {}): Promise<void> {
		const { context } = this;
		const before = context.state;
		context.state = new State();
		if (keepCallbacks) {
			const { state } = context;
			state.app.subscription = before.app.subscription;
			state.waba.subscribed = before.waba.subscribed;
			state.waba.override = before.waba.override;
			state.phoneNumbers.forEach((phoneNumber, index) => {
				phoneNumber.override = before.phoneNumbers[index]?.override;
			});
			keepHostCallbacks(before, state);
		} else {
			context.settings = defaultSettings();
		}
		context.faults.clear();
		context.throughput.clear();
		context.pairs.clear();
		context.webhooks.clear();
		await context.media.clear();
	}

	/** Stops the server and deletes all data. */
	async stop(): Promise<void> {
		await this.context.webhooks.stop();
		await this.close();
		await this.context.media.clear();
	}
}
