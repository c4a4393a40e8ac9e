import { isDeepStrictEqual } from 'node:util';
import { customerJson, type CustomerJson } from '../customers/customer';
import type { BusinessAppMessage } from '../echoes/echo';
import type { Fault } from '../graph/faults';
import { hostNames, hosts, type HostName } from '../hosts/names';
import type { AcceptedMessage, ReceivedMessage } from '../messages/message';
import type { SimulatorSettings } from '../settings';
import type { Simulator } from '../simulator';
import type { State } from '../state';
import type { Template } from '../templates/template';
import type { WebhookDelivery } from '../webhooks';
import { trafficSince, type TrafficSecond } from './traffic';

/** The outcome of the webhook that reported a message. */
interface Reported {
	webhook?: Pick<WebhookDelivery, 'state' | 'reason'>;
}

/** A customer's message. */
export type PhoneReceived = ReceivedMessage & Reported;

/** A message from the WhatsApp Business app. */
export type PhoneBusinessAppMessage = BusinessAppMessage & Reported;

/** Sections that are sent whole when they change. */
export interface PhoneSections {
	phoneNumbers: Array<{ id: string; displayPhoneNumber: string; verifiedName: string }>;
	/** The app under test. */
	appId: string;
	catalog: { id: string; name: string; productRetailerIds: readonly string[] };
	groups: Array<{ id: string; phoneNumberId: string; subject: string; participants: string[] }>;
	flows: Array<{ id: string; name: string; json?: string }>;
	templates: Template[];
	settings: SimulatorSettings;
	/** Hosts that can be switched on. */
	hosts: Array<{ name: HostName; title: string; path: string }>;
	faults: Array<Fault & { struck: number }>;
}

/** Changes since the last event. The first event contains everything. */
export interface PhoneChanges extends Partial<PhoneSections> {
	/** The simulator was reset: drop everything received so far. */
	reset?: true;
	customers?: CustomerJson[];
	/** Messages from the business through the API that are new or have new statuses. */
	sent?: AcceptedMessage[];
	/** Messages from customers that are new, were read or whose webhook was delivered. */
	received?: PhoneReceived[];
	/** Messages from the WhatsApp Business app that are new or whose webhook was delivered. */
	businessApp?: PhoneBusinessAppMessage[];
	traffic?: TrafficSecond[];
}

const shownTrafficMs = 60_000;
/** Bars older than this no longer change. */
const openTrafficMs = 5_000;

/** Finds the changes for one open page. */
export class Feed {
	private state?: State;
	private sections: Partial<Record<keyof PhoneSections, string>> = {};
	private customers = new Map<string, string>();
	private sentMarks: number[] = [];
	private receivedMarks: string[] = [];
	private businessAppMarks: string[] = [];
	private deliveries = new Map<string, WebhookDelivery>();
	private traffic: TrafficSecond[] = [];

	constructor(private readonly simulator: Simulator) {}

	/** Changes since the last call, or undefined. */
	changes(): PhoneChanges | undefined {
		const reset = this.state !== this.simulator.state;
		if (reset) this.forget();
		const changes: PhoneChanges = {
			...(reset && { reset: true }),
			...this.changedSections(),
			...nonEmpty('customers', this.changedCustomers()),
			...nonEmpty('sent', this.changedSent()),
			...nonEmpty('received', this.changedReceived()),
			...nonEmpty('businessApp', this.changedBusinessApp()),
			...nonEmpty('traffic', this.changedTraffic(reset ? shownTrafficMs : openTrafficMs)),
		};
		return Object.keys(changes).length > 0 ? changes : undefined;
	}

	private forget(): void {
		this.state = this.simulator.state;
		this.sections = {};
		this.customers.clear();
		this.sentMarks = [];
		this.receivedMarks = [];
		this.businessAppMarks = [];
		this.deliveries.clear();
		this.traffic = [];
	}

	private changedSections(): Partial<PhoneSections> {
		const { state, settings, business } = this.simulator;
		const sections: PhoneSections = {
			phoneNumbers: state.phoneNumbers.map(({ id, displayPhoneNumber, verifiedName }) => {
				return { id, displayPhoneNumber, verifiedName };
			}),
			appId: business.app.id,
			catalog: business.catalog,
			groups: state.groups.map(({ id, phoneNumberId, subject, participants }) => {
				return { id, phoneNumberId, subject, participants };
			}),
			flows: state.flows.map(({ id, name, json }) => ({ id, name, json })),
			templates: state.templates,
			settings,
			hosts: hostNames.map((name) => ({ name, ...hosts[name] })),
			faults: this.simulator.faults(),
		};
		const changed = Object.entries(sections).filter(([name, value]) => {
			const json = JSON.stringify(value);
			const key = name as keyof PhoneSections;
			if (this.sections[key] === json) return false;
			this.sections[key] = json;
			return true;
		});
		return Object.fromEntries(changed);
	}

	private changedCustomers(): CustomerJson[] {
		return this.simulator.state.allCustomers().flatMap((customer) => {
			const json = customerJson(customer);
			const mark = JSON.stringify(json);
			if (this.customers.get(customer.userId) === mark) return [];
			this.customers.set(customer.userId, mark);
			return [json];
		});
	}

	private changedSent(): AcceptedMessage[] {
		return this.simulator.state.accepted.filter(({ statuses }, index) => {
			if (this.sentMarks[index] === statuses.length) return false;
			this.sentMarks[index] = statuses.length;
			return true;
		});
	}

	private changedReceived(): PhoneReceived[] {
		const { received } = this.simulator.state;
		if (received.length > this.receivedMarks.length) this.findDeliveries();
		return received.flatMap((message, index) => {
			const reported = this.reported(message);
			const mark = [message.readAt, message.typingAt, reported.webhook?.state].join();
			if (this.receivedMarks[index] === mark) return [];
			this.receivedMarks[index] = mark;
			return [{ ...message, ...reported }];
		});
	}

	private changedBusinessApp(): PhoneBusinessAppMessage[] {
		const { businessAppMessages } = this.simulator.state;
		if (businessAppMessages.length > this.businessAppMarks.length) this.findDeliveries();
		return businessAppMessages.flatMap((message, index) => {
			const reported = this.reported(message);
			const mark = reported.webhook?.state ?? '';
			if (this.businessAppMarks[index] === mark) return [];
			this.businessAppMarks[index] = mark;
			return [{ ...message, ...reported }];
		});
	}

	private reported({ id }: { id: string }): Reported {
		const delivery = this.deliveries.get(id);
		return delivery ? { webhook: { state: delivery.state, reason: delivery.reason } } : {};
	}

	/** Indexes the webhooks of messages by message ID. */
	private findDeliveries(): void {
		for (const delivery of this.simulator.webhooks()) {
			const { entry = [] } = delivery.body as { entry?: Entry[] };
			const values = entry.flatMap(({ changes = [] }) => changes.map(({ value }) => value));
			const messages = values.flatMap((value) => [
				...(value?.messages ?? []),
				...(value?.message_echoes ?? []),
			]);
			for (const id of [...messages.map(({ id }) => id), ...(delivery.messageIds ?? [])]) {
				if (id) this.deliveries.set(id, delivery);
			}
		}
	}

	private changedTraffic(lookBackMs: number): TrafficSecond[] {
		const traffic = trafficSince(this.simulator, Date.now() - lookBackMs);
		const changed = traffic.filter(
			(second) => !this.traffic.some((known) => isDeepStrictEqual(known, second)),
		);
		this.traffic = traffic;
		return changed;
	}
}

interface Entry {
	changes?: Array<{
		value?: { messages?: Array<{ id?: string }>; message_echoes?: Array<{ id?: string }> };
	}>;
}

function nonEmpty<Name extends string, Value>(
	name: Name,
	list: Value[],
): Partial<Record<Name, Value[]>> {
	return list.length > 0 ? ({ [name]: list } as Record<Name, Value[]>) : {};
}
