import { business } from './business';
import type { SimulatorContext } from './context';
import { newUserId, type Customer } from './customers/customer';
import { writeAsCustomer, type CustomerMessage } from './customers/message';
import { faultSchema, type Fault, type FaultInput } from './graph/faults';
import type { RequestRecord } from './graph/requestRecord';
import type { Group } from './groups/group';
import { GroupError, joinGroup, leaveGroup } from './groups/membership';
import type { AcceptedMessage, MessageStatus, ReceivedMessage } from './messages/message';
import { reportStatus } from './messages/statuses';
import { defaultSettings, settingsSchema, type SimulatorSettings } from './settings';
import { State } from './state';
import { setTemplateStatus, type Verdict } from './templates/review';
import type { WebhookDelivery } from './webhooks';
import { contactOf, metadataOf, timestamp } from './webhooks/payload';

/** Which accepted messages to give. */
export interface MessageFilter {
	phoneNumberId?: string;
	/** Digits, user ID or group ID. */
	to?: string;
	/** Milliseconds since 1970. */
	since?: number;
}

/** A customer as tests describe one. */
export interface CustomerInput {
	/** Phone number in digits; left out for someone who can only be told by `userId`. */
	waId?: string;
	userId?: string;
	username?: string;
	profileName?: string;
}

/**
 * A running simulator. What its control interface does over HTTP, these methods do from code.
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

	/** Where it listens, e.g. `http://127.0.0.1:4010`: the host of the Graph API, without version. */
	get url(): string {
		return this.context.url;
	}

	/** Everything it remembers. */
	get state(): State {
		return this.context.state;
	}

	get settings(): Readonly<SimulatorSettings> {
		return this.context.settings;
	}

	/** Messages the API accepted, oldest first. */
	messages({ phoneNumberId, to, since }: MessageFilter = {}): AcceptedMessage[] {
		return this.state.accepted.filter(
			(message) =>
				(phoneNumberId === undefined || message.phoneNumberId === phoneNumberId) &&
				(to === undefined || message.recipient === to || message.body.to === to) &&
				(since === undefined || message.acceptedAt >= since),
		);
	}

	/** Calls of the Graph API, oldest first; the newest 10,000. */
	requests(): RequestRecord[] {
		return this.state.requests.all();
	}

	/** Webhooks and what became of them, oldest first; the newest 10,000. */
	webhooks(): WebhookDelivery[] {
		return this.context.webhooks.list();
	}

	/**
	 * Resolves when no webhook, repeat or status is planned or under way.
	 *
	 * @throws Error that names what is still waiting after `timeoutMs`
	 */
	settled(timeoutMs = 30_000): Promise<void> {
		return this.context.webhooks.settled(timeoutMs);
	}

	/** Adds a customer or changes one. Without `waId`, they have no phone number the business could see. */
	setCustomer({ waId, userId, username, profileName }: CustomerInput): Customer {
		const known = [waId, userId].flatMap((key) => (key ? (this.state.customer(key) ?? []) : []))[0];
		const customer: Customer = {
			waId: waId ?? known?.waId,
			userId: userId ?? known?.userId ?? newUserId(),
			username: username ?? known?.username,
			profileName: profileName ?? known?.profileName ?? `Customer ${waId ?? userId ?? ''}`.trim(),
			lastWroteAt: known?.lastWroteAt ?? new Map(),
		};
		this.state.addCustomer(customer);
		return customer;
	}

	/**
	 * Writes to the business as the customer with this phone number (digits) or user ID.
	 *
	 * @throws ZodError for a wrong message; CustomerMessageError for a tap on what was not sent
	 */
	writeAs(customer: string, message: CustomerMessage): Promise<ReceivedMessage> {
		return writeAsCustomer(this.context, this.state.customerOrNew(customer), message);
	}

	/**
	 * Opens the invite link of a group as this customer: they are in, or wait for approval.
	 *
	 * @throws GroupError when they can't join
	 */
	joinGroup(groupId: string, customer: string): Group {
		const group = this.groupOf(groupId);
		joinGroup(this.context, group, this.state.customerOrNew(customer));
		return group;
	}

	/**
	 * Leaves a group as this customer, or takes their request to join it back.
	 *
	 * @throws GroupError when they are not in it and do not wait
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

	/** Closes the customer service window of this customer for every number. */
	closeWindow(customer: string): void {
		this.state.customerOrNew(customer).lastWroteAt.clear();
	}

	/** Reports a status of an accepted message now, beside the planned ones. */
	reportStatus(messageId: string, status: MessageStatus): boolean {
		const message = this.state.messages.get(messageId);
		if (!message || !('statuses' in message)) return false;
		reportStatus(this.context, message, status);
		return true;
	}

	/** Decides about a template as Meta would, with its webhook. False when there is none with this ID. */
	setTemplateStatus(id: string, verdict: Verdict): boolean {
		const template = this.state.templates.find((candidate) => candidate.id === id);
		if (template) setTemplateStatus(this.context, template, verdict);
		return template !== undefined;
	}

	/** Changes some settings. @throws ZodError for a value that is not valid */
	updateSettings(changes: Partial<SimulatorSettings>): SimulatorSettings {
		this.context.settings = settingsSchema.parse({ ...this.context.settings, ...changes });
		return this.context.settings;
	}

	/** Adds rules of what goes wrong. @throws ZodError for a rule that is not valid */
	addFaults(...rules: FaultInput[]): void {
		this.context.faults.add(...rules.map((rule) => faultSchema.parse(rule)));
	}

	clearFaults(): void {
		this.context.faults.clear();
	}

	faults(): Array<Fault & { struck: number }> {
		return this.context.faults.list();
	}

	/** Delivers a customer's message whose signature is wrong, as an attacker would. */
	forgeWebhook(url?: string): Promise<WebhookDelivery> {
		const phoneNumber = this.state.phoneNumbers[0];
		const customer = this.state.allCustomers()[0];
		if (!phoneNumber || !customer) throw new Error('The simulated business has no number');
		return this.context.webhooks.emitForged(
			{
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
			},
			url,
		);
	}

	/** Delivers a webhook once more, as Meta may. */
	redeliverWebhook(id: string): WebhookDelivery | undefined {
		return this.context.webhooks.redeliver(id);
	}

	/** Sends any change, e.g. of the field `account_update`. */
	emitWebhook(
		field: string,
		value: Record<string, unknown>,
		phoneNumberId?: string,
	): WebhookDelivery {
		return this.context.webhooks.emit({ field, value, phoneNumberId });
	}

	/**
	 * Back to how it started: no records, faults or changed settings.
	 * With `keepCallbacks`, subscriptions, overrides and settings stay.
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
		} else {
			context.settings = defaultSettings();
		}
		context.faults.clear();
		context.throughput.clear();
		context.pairs.clear();
		context.webhooks.clear();
		await context.media.clear();
	}

	/** Stops listening and forgets everything. */
	async stop(): Promise<void> {
		await this.context.webhooks.stop();
		await this.close();
		await this.context.media.clear();
	}
}
