import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { Agent, request } from 'undici';
import { BoundedLog } from '../boundedLog';
import type { SimulatorSettings } from '../settings';
import type { State } from '../state';
import type { HostName } from '../hosts/names';
import type { Callback } from './callback';
import { resolved } from './resolve';
import { metaSample } from './sample';
import { escapedJson, signatureOf, webhookBody, type WebhookChange } from './payload';

/**
 * Fields that an override receives. All others go to the app's callback URL.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
 */
const overridableFields = new Set([
	'messages',
	'message_echoes',
	'calls',
	'consumer_profile',
	'messaging_handovers',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
	'smb_message_echoes',
	'smb_app_state_sync',
	'history',
	'account_settings_update',
]);

/** One webhook and its outcome. */
export interface WebhookDelivery {
	id: string;
	at: number;
	field: string;
	phoneNumberId?: string;
	/** Whose callback URL received it. */
	via?: 'phoneNumber' | 'waba' | 'app' | HostName;
	url?: string;
	state: 'pending' | 'delivered' | 'dropped' | 'undeliverable';
	/** Why it was not delivered. */
	reason?: string;
	/** HTTP status or error of each attempt. */
	attempts: Array<{ at: number; status?: number; error?: string }>;
	body: Record<string, unknown>;
	/** Meta's IDs of the messages in the body, if it is not in Meta's format. */
	messageIds?: string[];
}

/** A webhook as one host sends it. */
export interface OutgoingWebhook {
	field: string;
	phoneNumberId?: string;
	via: HostName;
	url: string;
	body: Record<string, unknown>;
	/** Meta's IDs of the messages in the body, if it is not in Meta's format. */
	messageIds?: string[];
	/** The body as sent. Default: JSON as Meta escapes it. */
	encode?(body: Record<string, unknown>): string;
	/** Headers for the body as sent, e.g. its signature. */
	headers(raw: string): Record<string, string>;
	/** How long to wait for the response. */
	timeoutMs?: number;
	/** Delay before each retry, after which it is dropped. Default: Meta's. */
	retryDelaysMs?: number[];
	/** Which responses count as received. Default: 200. */
	isReceived?(status: number): boolean;
	/** Called after each attempt. */
	attempted?(delivery: WebhookDelivery): void;
	/** Called when all retries have failed. */
	dropped?(): void;
}

/** How a webhook is sent. */
type Sending = Pick<
	OutgoingWebhook,
	'encode' | 'headers' | 'timeoutMs' | 'retryDelaysMs' | 'isReceived' | 'attempted' | 'dropped'
>;

/** A URL that no webhook may be sent to. The message says why. */
export class CallbackError extends Error {}

/** Routes, signs, sends and retries webhooks as Meta does. */
export class Webhooks {
	private readonly deliveries = new BoundedLog<WebhookDelivery>(10_000);
	private readonly timers = new Set<NodeJS.Timeout>();
	/** Those that nobody waits for. */
	private readonly backgroundTimers = new Set<NodeJS.Timeout>();
	private readonly agent = new Agent({ connections: 64 });
	/** How those that Meta does not send are sent. */
	private readonly sendings = new WeakMap<WebhookDelivery, Sending>();
	private readonly listeners: Array<
		(change: WebhookChange, body: Record<string, unknown>) => void
	> = [];
	private inFlight = 0;
	private readonly events = new EventEmitter().setMaxListeners(0);

	constructor(
		private readonly state: () => State,
		private readonly settings: () => SimulatorSettings,
	) {}

	/** Sends one change to its callback URL, or a body that contains it. */
	emit(change: WebhookChange, body = webhookBody(this.state().waba.id, [change])): WebhookDelivery {
		const delivery = this.emitToApp(change, body);
		for (const listener of this.listeners) listener(change, body);
		return delivery;
	}

	/** Calls the listener with each webhook, whether the app under test is subscribed or not. */
	onEmit(listener: (change: WebhookChange, body: Record<string, unknown>) => void): void {
		this.listeners.push(listener);
	}

	/** Sends a webhook of another host until it is received or dropped. */
	deliver(webhook: OutgoingWebhook): WebhookDelivery {
		const delivery = this.recordOutgoing(webhook, { state: 'pending' });
		void this.attempt(delivery);
		return delivery;
	}

	/** Sends a webhook of another host once, whatever the response. */
	async sendOnce(webhook: OutgoingWebhook, reason: string): Promise<WebhookDelivery> {
		const delivery = this.recordOutgoing(webhook, { state: 'dropped', reason });
		await this.send(delivery, webhook);
		return delivery;
	}

	private recordOutgoing(
		webhook: OutgoingWebhook,
		outcome: Pick<WebhookDelivery, 'state' | 'reason'>,
	): WebhookDelivery {
		const { field, phoneNumberId, via, url, body, messageIds } = webhook;
		const change = { field, phoneNumberId, value: {} };
		const delivery = this.record(change, { ...outcome, via, url }, body);
		if (messageIds) delivery.messageIds = messageIds;
		this.sendings.set(delivery, webhook);
		return delivery;
	}

	private emitToApp(change: WebhookChange, body: Record<string, unknown>): WebhookDelivery {
		const target = this.targetOf(change);
		if ('reason' in target) return this.record(change, { state: 'undeliverable', ...target }, body);
		const { via, callback } = target;
		const delivery = this.record(change, { state: 'pending', via, url: callback.url }, body);
		void this.attempt(delivery);
		return delivery;
	}

	/** Sends several changes of one field in one webhook for each number. */
	emitTogether(changes: WebhookChange[]): void {
		for (const phoneNumberId of new Set(changes.map((change) => change.phoneNumberId))) {
			const ofNumber = changes.filter((change) => change.phoneNumberId === phoneNumberId);
			const [first] = ofNumber;
			if (first) this.emit(first, webhookBody(this.state().waba.id, ofNumber));
		}
	}

	/**
	 * Sends a webhook once, signed with a wrong secret.
	 *
	 * @throws CallbackError if the URL is not a callback URL
	 */
	async emitForged(change: WebhookChange, url?: string): Promise<WebhookDelivery> {
		if (url !== undefined && !this.callbackUrls().includes(url)) {
			throw new CallbackError(
				'The URL is not a callback URL that is registered with the simulator. Register it first, or leave it out.',
			);
		}
		const target = this.targetOf(change);
		const delivery = this.record(change, {
			state: 'dropped',
			reason: 'forged signature, sent once',
			url: url ?? ('reason' in target ? undefined : target.callback.url),
		});
		await this.send(delivery, this.byMeta('not-the-app-secret'));
		return delivery;
	}

	/**
	 * Sends Meta's sample of a field to the callback URL of the app, once, as the button 'Test' in the Meta app
	 * dashboard does.
	 */
	async emitSample(field: string, value?: Record<string, unknown>): Promise<WebhookDelivery> {
		const url = this.state().app.subscription?.url;
		const delivery = this.record(
			{ field, value: value ?? {} },
			{ state: 'dropped', reason: 'sample, sent once', via: 'app', url },
			metaSample(field, value),
		);
		if (await this.send(delivery, this.byMeta())) delivery.state = 'delivered';
		return delivery;
	}

	/** Sends an earlier webhook again, as at-least-once delivery may. */
	redeliver(id: string): WebhookDelivery | undefined {
		const delivery = this.list().find((candidate) => candidate.id === id);
		if (delivery?.url) void this.attempt(delivery);
		return delivery;
	}

	/** Oldest first. */
	list(): WebhookDelivery[] {
		return this.deliveries.all();
	}

	/** Runs an action after a delay, unless the simulator is reset or stopped first. */
	later(delayMs: number, action: () => void): void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			action();
			this.notifyIfIdle();
		}, delayMs);
		this.timers.add(timer);
	}

	/** Like `later`, for what happens only if nothing else does: `settled` does not wait for it. */
	inBackground(delayMs: number, action: () => void): void {
		const timer = setTimeout(() => {
			this.backgroundTimers.delete(timer);
			action();
		}, delayMs);
		timer.unref();
		this.backgroundTimers.add(timer);
	}

	/**
	 * Resolves when nothing is scheduled or in progress.
	 *
	 * @throws Error that names the pending webhooks after `timeoutMs`
	 */
	async settled(timeoutMs: number): Promise<void> {
		if (this.isIdle()) return;
		try {
			await once(this.events, 'idle', { signal: AbortSignal.timeout(timeoutMs) });
		} catch {
			throw this.notSettled(timeoutMs);
		}
	}

	private notSettled(timeoutMs: number): Error {
		const pending = this.list().filter(({ state }) => state === 'pending');
		const last = pending.at(-1);
		return new Error(
			`After ${timeoutMs} ms, ${pending.length} webhooks are not delivered` +
				(last ? `, e.g. to ${last.url}: ${JSON.stringify(last.attempts.at(-1))}` : ''),
		);
	}

	clear(): void {
		for (const timer of [...this.timers, ...this.backgroundTimers]) clearTimeout(timer);
		this.timers.clear();
		this.backgroundTimers.clear();
		this.deliveries.clear();
		this.notifyIfIdle();
	}

	async stop(): Promise<void> {
		this.clear();
		await this.agent.destroy();
	}

	private record(
		change: WebhookChange,
		outcome: Pick<WebhookDelivery, 'state' | 'via' | 'url' | 'reason'>,
		body = webhookBody(this.state().waba.id, [change]),
	): WebhookDelivery {
		const delivery = {
			id: randomUUID(),
			at: Date.now(),
			field: change.field,
			phoneNumberId: change.phoneNumberId,
			...outcome,
			attempts: [],
			body,
		};
		this.deliveries.add(delivery);
		return delivery;
	}

	private callbackUrls(): string[] {
		const { app, waba, phoneNumbers } = this.state();
		const overrides = [waba, ...phoneNumbers].map(({ override }) => override?.url);
		return [app.subscription?.url, ...overrides].filter((url) => url !== undefined);
	}

	private targetOf({
		field,
		phoneNumberId,
	}: WebhookChange):
		{ via: 'phoneNumber' | 'waba' | 'app'; callback: Callback } | { reason: string } {
		const { app, waba, phoneNumbers } = this.state();
		if (!waba.subscribed) return { reason: 'the app is not subscribed to the WABA' };
		// An override changes where a field goes, not which fields are sent.
		if (!app.subscription?.fields.includes(field)) {
			return { reason: `the app is not subscribed to the field ${field}` };
		}
		if (overridableFields.has(field)) {
			const phoneNumber = phoneNumbers.find(({ id }) => id === phoneNumberId);
			if (phoneNumber?.registered === false) return { reason: 'the number is not registered' };
			if (phoneNumber?.override) return { via: 'phoneNumber', callback: phoneNumber.override };
			if (waba.override) return { via: 'waba', callback: waba.override };
		}
		return { via: 'app', callback: app.subscription };
	}

	/** As Meta sends, signed with the secret of the app. */
	private byMeta(secret = this.state().app.secret): Sending {
		return {
			headers: (raw) => ({
				'user-agent': 'facebookexternalua',
				'x-hub-signature-256': signatureOf(raw, secret),
			}),
		};
	}

	private async attempt(delivery: WebhookDelivery, retries = 0): Promise<void> {
		const sending = this.sendings.get(delivery) ?? this.byMeta();
		const accepted = await this.send(delivery, sending);
		if (accepted) {
			delivery.state = 'delivered';
			return;
		}
		const delays = sending.retryDelaysMs ?? this.settings().webhookRetryDelaysMs;
		const delay = delays[retries];
		if (delay === undefined) {
			delivery.state = 'dropped';
			sending.dropped?.();
		} else this.later(delay, () => void this.attempt(delivery, retries + 1));
	}

	private async send(delivery: WebhookDelivery, sending: Sending): Promise<boolean> {
		if (delivery.url === undefined) return false;
		const body = (sending.encode ?? escapedJson)(delivery.body);
		const attempt: WebhookDelivery['attempts'][number] = { at: Date.now() };
		delivery.attempts.push(attempt);
		this.inFlight += 1;
		try {
			const timeout = sending.timeoutMs ?? this.settings().webhookTimeoutMs;
			const target = resolved(delivery.url, this.settings().resolve);
			const response = await request(target.url, {
				method: 'POST',
				dispatcher: this.agent,
				headersTimeout: timeout,
				bodyTimeout: timeout,
				headers: {
					'content-type': 'application/json',
					accept: '*/*',
					...target.headers,
					...sending.headers(body),
				},
				body,
			});
			await response.body.dump();
			attempt.status = response.statusCode;
		} catch (error) {
			attempt.error = error instanceof Error ? error.message : String(error);
		} finally {
			this.inFlight -= 1;
			sending.attempted?.(delivery);
			// A retry is scheduled in this tick, so look again in the next.
			setImmediate(() => this.notifyIfIdle());
		}
		const { isReceived = (status) => status === 200 } = sending;
		return attempt.status !== undefined && isReceived(attempt.status);
	}

	private isIdle(): boolean {
		return this.inFlight === 0 && this.timers.size === 0;
	}

	private notifyIfIdle(): void {
		if (this.isIdle()) this.events.emit('idle');
	}
}
