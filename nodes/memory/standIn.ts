import { ProcessEntries, processCapacity } from './processEntries';
import type { Store } from './store';

/* eslint-disable @typescript-eslint/require-await -- A store may take its time; this one does not. */

/** Something that the store has missed. */
interface Missed {
	/** Does it to the store. */
	tell(store: Store): Promise<unknown>;
	isPush?: boolean;
}

/** Keys that the store is told of at once. */
const keysAtOnce = 1_000;

/**
 * Stands in for a store that cannot be reached: this process remembers, and knows what the store is to be told once
 * it is back. What the store has may count as well, see `Memory`.
 */
export class StandIn implements Store {
	private readonly kept = new ProcessEntries();
	/** By key, in the order in which it happened. */
	private readonly missed = new Map<string, Missed[]>();
	private count = 0;

	/** @param capacity what is kept for the store at most. The oldest is dropped first. */
	constructor(private readonly capacity = processCapacity) {}

	async get(key: string): Promise<string | undefined> {
		return this.kept.get(key);
	}

	async getAll(keys: readonly string[]): Promise<Array<string | undefined>> {
		return keys.map((key) => this.kept.get(key));
	}

	async set(key: string, value: string, lifetime: number): Promise<void> {
		this.kept.set(key, value, lifetime);
		const left = countdown(lifetime);
		this.forgetMissed(key);
		this.note(key, { tell: (store) => store.set(key, value, left()) });
	}

	async delete(key: string): Promise<void> {
		this.kept.delete(key);
		this.forgetMissed(key);
		this.note(key, { tell: (store) => store.delete(key) });
	}

	/** What the store has under the key wins: it was there first. */
	async claim(key: string, value: string, lifetime: number): Promise<string | undefined> {
		const current = this.kept.claim(key, value, lifetime);
		const left = countdown(lifetime);
		if (current === undefined) {
			this.note(key, { tell: (store) => store.claim(key, value, left()) });
		}
		return current;
	}

	async claimAll(
		keys: readonly string[],
		value: string,
		lifetime: number,
	): Promise<Array<string | undefined>> {
		return await Promise.all(keys.map((key) => this.claim(key, value, lifetime)));
	}

	/** Whoever replaces a value knows it, so it counts as expected if this process knows nothing of the key. */
	async replace(key: string, expected: string, value: string, lifetime: number): Promise<boolean> {
		if (this.missed.has(key)) {
			if (!this.kept.replace(key, expected, value, lifetime)) return false;
		} else {
			this.kept.set(key, value, lifetime);
		}
		const left = countdown(lifetime);
		this.note(key, { tell: (store) => store.replace(key, expected, value, left()) });
		return true;
	}

	async push(key: string, value: string, lifetime: number, atMost: number): Promise<void> {
		this.kept.push(key, value, lifetime, atMost);
		const left = countdown(lifetime);
		this.note(key, {
			// What has expired must not end the whole list.
			tell: async (store) => left() > 1 && (await store.push(key, value, left(), atMost)),
			isPush: true,
		});
	}

	async list(key: string): Promise<string[]> {
		return this.kept.list(key);
	}

	async remove(key: string, value: string): Promise<void> {
		this.kept.remove(key, value);
		this.note(key, { tell: (store) => store.remove(key, value) });
	}

	/** Leaves in the store what it has: nobody has got it yet. */
	async takeAll(key: string): Promise<string[]> {
		const others = this.missed.get(key)?.filter(({ isPush }) => !isPush) ?? [];
		this.forgetMissed(key);
		for (const other of others) this.note(key, other);
		return this.kept.takeAll(key);
	}

	async entries(prefix: string): Promise<Map<string, string>> {
		return this.kept.entries(prefix);
	}

	async close(): Promise<void> {
		this.forget();
	}

	/** Whether what the store has under the key no longer counts. What was only appended to its list replaces nothing. */
	hasReplaced(key: string): boolean {
		return this.missed.get(key)?.some(({ isPush }) => !isPush) === true;
	}

	/** Whether there is something that the store has missed. */
	get hasMissed(): boolean {
		return this.missed.size > 0;
	}

	/** Tells the store a part of what it has missed. Rejects when the store does; what it was not told is kept. */
	async tellSome(store: Store): Promise<void> {
		const keys: string[] = [];
		for (const key of this.missed.keys()) {
			if (keys.push(key) === keysAtOnce) break;
		}
		const outcomes = await Promise.allSettled(keys.map((key) => this.tellOf(store, key)));
		for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
	}

	/** Forgets everything, once the store knows it. */
	forget(): void {
		this.kept.clear();
		this.missed.clear();
		this.count = 0;
	}

	private async tellOf(store: Store, key: string): Promise<void> {
		for (let next = this.first(key); next; next = this.first(key)) {
			await next.tell(store);
			// Meanwhile something else may have taken its place.
			if (this.first(key) === next) this.dropFirst(key);
		}
	}

	private first(key: string): Missed | undefined {
		return this.missed.get(key)?.[0];
	}

	private dropFirst(key: string): void {
		const ofKey = this.missed.get(key) ?? [];
		ofKey.shift();
		this.count--;
		if (ofKey.length === 0) this.missed.delete(key);
	}

	private note(key: string, missed: Missed): void {
		const ofKey = this.missed.get(key);
		if (ofKey) ofKey.push(missed);
		else this.missed.set(key, [missed]);
		this.count++;
		if (this.count <= this.capacity) return;
		for (const oldest of this.missed.keys()) {
			this.dropFirst(oldest);
			return;
		}
	}

	private forgetMissed(key: string): void {
		this.count -= this.missed.get(key)?.length ?? 0;
		this.missed.delete(key);
	}
}

/** What is left of a lifetime, 1 ms at least: what has expired meanwhile has still replaced what was before it. */
function countdown(lifetime: number): () => number {
	const expires = Date.now() + lifetime;
	return () => Math.max(1, expires - Date.now());
}
