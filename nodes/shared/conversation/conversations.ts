import { isJsonObject, parseJson } from '../../graphApi/json';
import type { JsonObject } from '../../graphApi/types';
import { asText } from '../../graphApi/coerce';
import type { Store } from '../../memory/store';
import { isUserId } from '../userId';
import { userKey } from '../userKey';
import {
	conversationKey,
	conversationParts,
	conversationPrefix,
	customerOfUserIdKey,
	readConversationKey,
} from './conversationKeys';
import type { ConversationPart } from './conversationKeys';

const hour = 3_600_000;
const day = 24 * hour;

/** Milliseconds. */
export const lifetimes = {
	/** When somebody last wrote. */
	lastMessage: 30 * day,
	/** Until the customer opts in. The store needs a number. */
	optOut: 3650 * day,
	/** Which number belongs to a user ID. */
	userId: 365 * day,
};

/**
 * Milliseconds for which a message of the customer opens the customer service window.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages#customer-service-windows
 */
export const windowLength = day;

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

/** What is remembered of the conversations with customers, by both nodes. */
export class Conversations {
	constructor(private readonly store: Store) {}

	/** Notes that the customer wrote. An older message changes nothing. */
	async noteMessageIn(customer: Customer, at: Date): Promise<void> {
		await this.noteUserId(customer);
		await this.noteLatest(customer, 'in', at);
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

	/** Notes that the customer wants no marketing messages. An earlier opt-out stays as it is. */
	async optOut(customer: Customer, reason: string, at = new Date()): Promise<void> {
		const key = await this.keyOf(customer, 'optedOut');
		const value = JSON.stringify({ at: at.toISOString(), reason });
		await this.store.claim(key, value, lifetimes.optOut);
	}

	async optIn(customer: Customer): Promise<void> {
		await this.store.delete(await this.keyOf(customer, 'optedOut'));
	}

	/** Until when the conversation is paused; undefined if it is not. */
	async pausedUntil(customer: Customer): Promise<string | undefined> {
		const paused = readRecord(await this.store.get(await this.keyOf(customer, 'paused')));
		return asText(paused.until) ?? undefined;
	}

	/** Until when the customer service window is open, or was open last; null if nothing is remembered. */
	async windowOpenUntil(customer: Customer): Promise<string | null> {
		const last = readRecord(await this.store.get(await this.keyOf(customer, 'in')));
		return windowEnd(asText(last.at));
	}

	/** Since when and why the customer has opted out; undefined if not. */
	async optedOut(
		customer: Customer,
	): Promise<{ at: string | null; reason: string | null } | undefined> {
		const value = await this.store.get(await this.keyOf(customer, 'optedOut'));
		if (value === undefined) return undefined;
		const { at, reason } = readRecord(value);
		return { at: asText(at), reason: asText(reason) };
	}

	async stateOf(customer: Customer, now = Date.now()): Promise<ConversationState> {
		const key = await this.customerKey(customer);
		const { phoneNumberId } = customer;
		const parts = await Promise.all(
			conversationParts.map(async (part) => {
				const value = await this.store.get(conversationKey(phoneNumberId, key, part));
				return [part, readRecord(value)] as const;
			}),
		);
		return state(phoneNumberId, key, new Map(parts), now);
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
		return [...customers]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([customer, parts]) => state(phoneNumberId, customer, parts, now));
	}

	/** Deletes all that is remembered of the conversation. */
	async forget(customer: Customer): Promise<void> {
		const key = await this.customerKey(customer);
		const { phoneNumberId } = customer;
		const noted = readRecord(await this.store.get(conversationKey(phoneNumberId, key, 'in')));
		const userIds = [...customer.users, asText(noted.userId) ?? ''].filter(isUserId);
		const keys = [
			...conversationParts.map((part) => conversationKey(phoneNumberId, key, part)),
			...userIds.map(customerOfUserIdKey),
		];
		await Promise.all(keys.map((each) => this.store.delete(each)));
	}

	/** So that the customer is found by the user ID alone, once the number is hidden. */
	private async noteUserId({ users }: Customer): Promise<void> {
		const userId = users.find(isUserId);
		const number = users.find((user) => !isUserId(user));
		if (userId === undefined || number === undefined) return;
		await this.store.set(customerOfUserIdKey(userId), userKey(number), lifetimes.userId);
	}

	private async noteLatest(customer: Customer, part: 'in' | 'out', at: Date): Promise<void> {
		const key = await this.keyOf(customer, part);
		// The user ID is kept, so that 'forget' finds what is kept under it.
		const userId = customer.users.find(isUserId);
		const value = JSON.stringify({ at: at.toISOString(), userId });
		let current = await this.store.claim(key, value, lifetimes.lastMessage);
		// Another process may have written meanwhile; the latest wins.
		while (current !== undefined && isEarlier(current, at)) {
			if (await this.store.replace(key, current, value, lifetimes.lastMessage)) return;
			current = await this.store.claim(key, value, lifetimes.lastMessage);
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
		const number = users.find((user) => !isUserId(user));
		if (number !== undefined) return userKey(number);
		const [userId = ''] = users;
		return (await this.store.get(customerOfUserIdKey(userId))) ?? userKey(userId);
	}
}

function isEarlier(value: string, at: Date): boolean {
	const noted = asText(readRecord(value).at);
	return noted === null || Date.parse(noted) < at.getTime();
}

function state(
	phoneNumberId: string,
	customer: string,
	parts: ReadonlyMap<ConversationPart, JsonObject>,
	now: number,
): ConversationState {
	const lastMessageInAt = asText(parts.get('in')?.at);
	const windowOpenUntil = windowEnd(lastMessageInAt);
	return {
		customer,
		phoneNumberId,
		windowOpen: windowOpenUntil === null ? null : Date.parse(windowOpenUntil) > now,
		windowOpenUntil,
		lastMessageInAt,
		lastMessageOutAt: asText(parts.get('out')?.at),
		pausedUntil: asText(parts.get('paused')?.until),
		pauseReason: asText(parts.get('paused')?.reason),
		optedOutAt: asText(parts.get('optedOut')?.at),
		optOutReason: asText(parts.get('optedOut')?.reason),
	};
}

function windowEnd(lastMessageInAt: string | null): string | null {
	if (lastMessageInAt === null) return null;
	return new Date(Date.parse(lastMessageInAt) + windowLength).toISOString();
}

function readRecord(value: string | undefined): JsonObject {
	const record = value === undefined ? undefined : parseJson(value);
	return isJsonObject(record) ? record : {};
}
