import { isJsonObject } from '../../graphApi/json';
import type { JsonObject } from '../../graphApi/types';
import { asText } from '../../graphApi/coerce';
import { readStored } from '../../memory/readStored';
import type { Store } from '../../memory/store';
import { isUserId } from '../userId';
import { userKey } from '../userKey';
import { customerKeyIn } from './customerKey';
import {
	conversationKey,
	conversationParts,
	conversationPrefix,
	customerOfUserIdKey,
	readConversationKey,
} from './conversationKeys';
import type { ConversationPart } from './conversationKeys';
import { forgetCustomer } from './forgetCustomer';
import type { Forgettable } from './forgetCustomer';
import { Listening } from './listening';
import { lifetimes, windowLength } from './lifetimes';

/** One customer of one of the business's numbers. */
export interface Customer {
	phoneNumberId: string;
	/** All that identifies the customer: phone number, business-scoped user ID, or both. Not empty. */
	users: readonly string[];
}

/** What is known of a conversation. Times are ISO 8601 in UTC. Null: nothing is remembered. */
export interface ConversationState {
	/** The `userKey` of the customer. */
	customer: string;
	phoneNumberId: string;
	/** Null if unknown. */
	windowOpen: boolean | null;
	windowOpenUntil: string | null;
	lastMessageInAt: string | null;
	lastMessageOutAt: string | null;
	pausedUntil: string | null;
	pauseReason: string | null;
	optedOutAt: string | null;
	optOutReason: string | null;
}

/** Since when and why a customer has opted out. */
export interface OptOut {
	at: string | null;
	reason: string | null;
}

/** See the functions of `Conversations` with these names. */
export interface ConversationSummary {
	windowOpenUntil: string | null;
	pausedUntil: string | undefined;
	optedOut: OptOut | undefined;
}

/** A conversation that was forgotten. */
export interface ForgottenConversation extends ConversationState {
	/** Whether anything was remembered. */
	deleted: boolean;
	deletedData: Forgettable[];
}

/** What is remembered of the conversations with customers, by both nodes. */
export class Conversations {
	/** @param store whose `weakness`, if it has one, says that only this process remembers for now. */
	constructor(private readonly store: Store & { readonly weakness?: string }) {
		this.listening = new Listening(store);
	}

	private readonly listening: Listening;

	/** Notes that the customer wrote. An older message changes nothing. */
	async noteMessageIn(customer: Customer, at: Date): Promise<void> {
		await Promise.all([this.noteUserId(customer), this.noteLatest(customer, 'in', at)]);
	}

	/** Notes that the business wrote. An older message changes nothing. */
	async noteMessageOut(customer: Customer, at: Date): Promise<void> {
		await this.noteLatest(customer, 'out', at);
	}

	/** Pauses the conversation until then. */
	async pause(customer: Customer, until: Date, reason: string, now = Date.now()): Promise<void> {
		const lifetime = until.getTime() - now;
		if (lifetime <= 0) {
			await this.resume(customer);
			return;
		}
		await this.set(customer, 'paused', { until: until.toISOString(), reason }, lifetime);
	}

	async resume(customer: Customer): Promise<void> {
		await this.store.delete(await this.keyOf(customer, 'paused'));
	}

	/**
	 * Pauses the conversation at least until then. A longer pause stays as it is.
	 * @param until a time in the past changes nothing.
	 */
	async pauseAtLeast(customer: Customer, until: Date, reason: string): Promise<void> {
		const lifetime = until.getTime() - Date.now();
		if (lifetime <= 0) return;
		const value = { until: until.toISOString(), reason };
		const isShorter = (current: JsonObject) => isBefore(current.until, until);
		await this.change(customer, 'paused', value, lifetime, isShorter);
	}

	/**
	 * Notes that the customer wants no marketing messages. An earlier opt-out and a later opt-in stay as they are.
	 * @param at when the customer said so.
	 */
	async optOut(customer: Customer, reason: string, at = new Date()): Promise<void> {
		const value = { at: at.toISOString(), reason };
		const isReplaced = (current: JsonObject) =>
			current.optedIn === true ? !isAfter(current.at, at) : current.refused === true;
		await this.change(customer, 'optedOut', value, lifetimes.optOut, isReplaced);
	}

	/** Notes that WhatsApp refuses marketing messages to the customer. It is forgotten after 30 days. */
	async noteRefusal(customer: Customer, reason: string, at = new Date()): Promise<void> {
		const value = { at: at.toISOString(), reason, refused: true };
		const isReplaced = (current: JsonObject) =>
			current.optedIn === true && !isAfter(current.at, at);
		await this.change(customer, 'optedOut', value, lifetimes.refusal, isReplaced);
	}

	/**
	 * Notes that the customer wants marketing messages again. A later opt-out stays as it is.
	 * @param at when the customer said so.
	 */
	async optIn(customer: Customer, at = new Date()): Promise<void> {
		const value = { at: at.toISOString(), optedIn: true };
		const isReplaced = (current: JsonObject) => !isAfter(current.at, at);
		await this.change(customer, 'optedOut', value, lifetimes.optIn, isReplaced);
	}

	/** Until when the conversation is paused; undefined if it is not. */
	async pausedUntil(customer: Customer): Promise<string | undefined> {
		return pauseIn(await this.store.get(await this.keyOf(customer, 'paused')));
	}

	/** Until when the customer service window is open, or was open last; null if nothing is remembered. */
	async windowOpenUntil(customer: Customer): Promise<string | null> {
		return windowIn(await this.store.get(await this.keyOf(customer, 'in')));
	}

	/**
	 * Whether the customer service window is known to be closed. It may be if nothing is remembered, or if the customer
	 * may have written while no trigger was published.
	 */
	async isWindowClosed(customer: Customer, now = Date.now()): Promise<boolean> {
		const until = await this.windowOpenUntil(customer);
		if (until === null || Date.parse(until) > now) return false;
		return await this.listening.isComplete(customer.phoneNumberId);
	}

	/** Since when and why the customer has opted out; undefined if not. A record that cannot be read counts as an opt-out. */
	async optedOut(customer: Customer): Promise<OptOut | undefined> {
		return optOutIn(await this.store.get(await this.keyOf(customer, 'optedOut')));
	}

	/** What the trigger says of each of the conversations, in their order. */
	async summaries(customers: readonly Customer[]): Promise<ConversationSummary[]> {
		const parts = ['in', 'paused', 'optedOut'] as const;
		const keysOf = await Promise.all(
			customers.map(async (customer) => {
				const key = await this.customerKey(customer);
				return parts.map((part) => conversationKey(customer.phoneNumberId, key, part));
			}),
		);
		// A delivery may have hundreds of messages of one customer.
		const conversations = new Map(keysOf.map((keys) => [keys[0], keys]));
		const values = (await this.store.getAll([...conversations.values()].flat())).values();
		const summaryOf = new Map(
			Array.from(conversations.keys(), (name) => {
				const [last, paused, optedOut] = parts.map(() => values.next().value);
				return [
					name,
					{
						windowOpenUntil: windowIn(last),
						pausedUntil: pauseIn(paused),
						optedOut: optOutIn(optedOut),
					},
				];
			}),
		);
		return keysOf.map((keys) => summaryOf.get(keys[0]) as ConversationSummary);
	}

	async stateOf(customer: Customer, now = Date.now()): Promise<ConversationState> {
		const key = await this.customerKey(customer);
		const { phoneNumberId } = customer;
		const values = await this.store.getAll(
			conversationParts.map((part) => conversationKey(phoneNumberId, key, part)),
		);
		const parts = conversationParts.map(
			(part, index) => [part, readRecord(values[index])] as const,
		);
		const isComplete = await this.listening.isComplete(phoneNumberId);
		return state(phoneNumberId, key, new Map(parts), now, isComplete);
	}

	/** The state of every conversation of the number that something is remembered of, in the order of the customers. */
	async all(phoneNumberId: string, now = Date.now()): Promise<ConversationState[]> {
		const prefix = conversationPrefix(phoneNumberId);
		const customers = new Map<string, Map<ConversationPart, JsonObject>>();
		for (const [key, value] of await this.store.entries(prefix)) {
			const found = readConversationKey(key, prefix);
			if (!found) continue;
			const parts = customers.get(found.customer) ?? new Map<ConversationPart, JsonObject>();
			customers.set(found.customer, parts.set(found.part, readRecord(value)));
		}
		const isComplete = await this.listening.isComplete(phoneNumberId);
		return [...customers]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([customer, parts]) => state(phoneNumberId, customer, parts, now, isComplete));
	}

	/**
	 * Deletes all that is remembered of the conversation.
	 * @returns what there was, and the state afterwards.
	 */
	async forget(customer: Customer): Promise<ForgottenConversation> {
		const deletedData = await forgetCustomer(this.store, customer);
		const deleted = deletedData.length > 0;
		return { ...(await this.stateOf(customer)), deleted, deletedData };
	}

	/** So that the customer is found by the user ID alone, once the number is hidden. */
	private async noteUserId({ users }: Customer): Promise<void> {
		const userId = users.find(isUserId);
		const number = users.find((user) => !isUserId(user));
		if (userId === undefined || number === undefined) return;
		await this.store.set(customerOfUserIdKey(userId), userKey(number), lifetimes.userId);
	}

	private async noteLatest(customer: Customer, part: 'in' | 'out', at: Date): Promise<void> {
		const value = { at: at.toISOString() };
		const isEarlier = (current: JsonObject) => isBefore(current.at, at);
		await this.change(customer, part, value, lifetimes.lastMessage, isEarlier);
	}

	/** Sets the value if there is none, or if the current one is to be replaced. */
	private async change(
		customer: Customer,
		part: ConversationPart,
		value: object,
		lifetime: number,
		isReplaced: (current: JsonObject) => boolean,
	): Promise<void> {
		const key = await this.keyOf(customer, part);
		const text = JSON.stringify(value);
		let current = await this.store.claim(key, text, lifetime);
		if (this.store.weakness !== undefined) {
			// A store that is back keeps what it has when it hears of a claim; this is newer.
			if (current === undefined || isReplaced(readRecord(current))) {
				await this.store.set(key, text, lifetime);
			}
			return;
		}
		// Another process may change it meanwhile.
		while (current !== undefined && isReplaced(readRecord(current))) {
			if (await this.store.replace(key, current, text, lifetime)) return;
			current = await this.store.claim(key, text, lifetime);
		}
	}

	private async set(
		customer: Customer,
		part: ConversationPart,
		value: JsonObject,
		lifetime: number,
	): Promise<void> {
		await this.store.set(await this.keyOf(customer, part), JSON.stringify(value), lifetime);
	}

	private async keyOf(customer: Customer, part: ConversationPart): Promise<string> {
		return conversationKey(customer.phoneNumberId, await this.customerKey(customer), part);
	}

	private async customerKey({ users }: Customer): Promise<string> {
		return await customerKeyIn(this.store, users);
	}
}

/** Also true if nothing is noted. */
function isBefore(noted: unknown, time: Date): boolean {
	const text = timeIn(noted);
	return text === null || Date.parse(text) < time.getTime();
}

/** WhatsApp's times have whole seconds. Within the same second, what comes later counts. */
function isAfter(noted: unknown, time: Date): boolean {
	return Date.parse(asText(noted) ?? '') - time.getTime() >= 1_000;
}

function state(
	phoneNumberId: string,
	customer: string,
	parts: ReadonlyMap<ConversationPart, JsonObject>,
	now: number,
	isComplete: boolean,
): ConversationState {
	const lastMessageInAt = timeIn(parts.get('in')?.at);
	const windowOpenUntil = windowEnd(lastMessageInAt);
	const isOpen = windowOpenUntil === null ? null : Date.parse(windowOpenUntil) > now;
	const preference = parts.get('optedOut');
	const optOut = preference?.optedIn === true ? undefined : preference;
	return {
		customer,
		phoneNumberId,
		windowOpen: isOpen || isComplete ? isOpen : null,
		windowOpenUntil,
		lastMessageInAt,
		lastMessageOutAt: timeIn(parts.get('out')?.at),
		pausedUntil: timeIn(parts.get('paused')?.until),
		pauseReason: asText(parts.get('paused')?.reason),
		optedOutAt: timeIn(optOut?.at),
		optOutReason: asText(optOut?.reason),
	};
}

/** Reads the part 'in'. */
function windowIn(value: string | undefined): string | null {
	return windowEnd(timeIn(readRecord(value).at));
}

/** Reads the part 'paused'. */
function pauseIn(value: string | undefined): string | undefined {
	return timeIn(readRecord(value).until) ?? undefined;
}

/** Reads the part 'optedOut'. */
function optOutIn(value: string | undefined): OptOut | undefined {
	if (value === undefined) return undefined;
	const { at, reason, optedIn } = readRecord(value);
	return optedIn === true ? undefined : { at: timeIn(at), reason: asText(reason) };
}

function windowEnd(lastMessageInAt: string | null): string | null {
	if (lastMessageInAt === null) return null;
	const end = new Date(Date.parse(lastMessageInAt) + windowLength);
	return Number.isNaN(end.getTime()) ? null : end.toISOString();
}

/** A time in ISO 8601 that was noted. */
function timeIn(noted: unknown): string | null {
	const text = asText(noted);
	return text === null || Number.isNaN(Date.parse(text)) ? null : text;
}

function readRecord(value: string | undefined): JsonObject {
	if (value === undefined) return {};
	const read = (record: unknown) => (isJsonObject(record) ? record : undefined);
	return readStored(value, 'something about a conversation', read) ?? {};
}
