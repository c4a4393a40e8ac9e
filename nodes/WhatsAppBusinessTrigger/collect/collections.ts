import { asNumber, getPath } from '../../graphApi/coerce';
import { readStored } from '../../memory/readStored';
import type { Store } from '../../memory/store';
import { collectedKey, collectionWayKey } from '../../shared/conversation/collectionKeys';
import { eventKey } from '../events/eventKey';
import { millisecondsPerDay } from '../../shared/millisecondsPerDay';
import { maximumDeliveryAge } from '../events/redelivery';
import { asPayload } from '../events/parsePayload';
import { payloadOf, splitPayload } from '../../shared/events/splitPayload';
import type { WebhookEvent } from '../../shared/events/splitPayload';
import { withItem } from '../../shared/items/toItem';
import type { EventWithItem } from '../../shared/items/toItem';

/** Milliseconds for which messages wait for an n8n that is down. */
const lifetime = maximumDeliveryAge * millisecondsPerDay;

/** More messages than anybody can write before they are passed on. */
const maximumEntries = 10_000;

/** A message that waits to be passed on. */
export interface CollectedMessage extends EventWithItem {
	/** When it arrived, in Unix milliseconds. */
	at: number;
	/** As it is stored, once for each delivery of it. */
	entries: string[];
}

/** The messages that a trigger has collected, in whichever process, by customer and number. */
export class Collections {
	/** @param scope of the trigger in the memory. */
	constructor(
		private readonly store: Store,
		private readonly scope: string,
	) {}

	/**
	 * Adds a message, which then survives the end of the process.
	 * @param at when it arrived, in Unix milliseconds.
	 * @param way how to pass on the collection after a restart.
	 */
	async add(name: string, event: WebhookEvent, at: number, way: string): Promise<void> {
		const entry = JSON.stringify({ at, payload: payloadOf(event) });
		await this.store.push(this.listKey(name), entry, lifetime, maximumEntries);
		await this.store.set(this.openKey(name), way, lifetime);
	}

	/** The names of all collections that wait. */
	async names(): Promise<string[]> {
		const prefix = this.openKey('');
		return [...(await this.store.entries(prefix)).keys()].map((key) => key.slice(prefix.length));
	}

	/** Returns the messages, each once, in the order in which they arrived. */
	async messages(name: string): Promise<CollectedMessage[]> {
		const found = new Map<string, CollectedMessage>();
		for (const entry of await this.store.list(this.listKey(name))) {
			for (const message of messagesIn(entry)) {
				const key = eventKey(message.event);
				const known = found.get(key);
				if (known) known.entries.push(entry);
				else found.set(key, message);
			}
		}
		return [...found.values()];
	}

	/** Removes messages that have been passed on. */
	async remove(name: string, messages: readonly CollectedMessage[]): Promise<void> {
		const entries = messages.flatMap((message) => message.entries);
		await Promise.all(entries.map((entry) => this.store.remove(this.listKey(name), entry)));
		if (!(await this.isEmpty(name))) return;
		const way = await this.store.get(this.openKey(name));
		await this.store.delete(this.openKey(name));
		// Another process may have added one meanwhile.
		if (way === undefined || (await this.isEmpty(name))) return;
		await this.store.set(this.openKey(name), way, lifetime);
	}

	/** The key under which a process notes that it is passing on a collection. */
	leaseKey(name: string): string {
		return `collecting:${this.scope}:${name}`;
	}

	private async isEmpty(name: string): Promise<boolean> {
		return (await this.store.list(this.listKey(name))).length === 0;
	}

	private listKey(name: string): string {
		return collectedKey(this.scope, name);
	}

	private openKey(name: string): string {
		return collectionWayKey(this.scope, name);
	}
}

function messagesIn(entry: string): CollectedMessage[] {
	const read = (stored: unknown): CollectedMessage[] | undefined => {
		const at = asNumber(getPath(stored, 'at')) ?? 0;
		const payload = asPayload(getPath(stored, 'payload'));
		return (
			payload &&
			splitPayload(payload).map((event) => ({ ...withItem(event), at, entries: [entry] }))
		);
	};
	return readStored(entry, 'a collected message', read) ?? [];
}
