import type { Store } from './store';

interface Entry {
	value?: string;
	list?: string[];
	/** Entries of the list at most. */
	atMost?: number;
	/** Unix time in milliseconds. */
	expires: number;
}

/** Values and lists that are kept at most; the oldest are dropped first. 200,000 take some 60 MB. */
export const processStoreCapacity = 200_000;

/** A store in the memory of this process, for when there is no other. Ends with the process. */
export class ProcessStore implements Store {
	/** Oldest first. */
	private readonly kept = new Map<string, Entry>();

	constructor(private readonly capacity = processStoreCapacity) {}

	get(key: string): Promise<string | undefined> {
		return Promise.resolve(this.current(key)?.value);
	}

	set(key: string, value: string, lifetime: number): Promise<void> {
		this.keep(key, { value, expires: Date.now() + lifetime });
		return Promise.resolve();
	}

	delete(key: string): Promise<void> {
		this.kept.delete(key);
		return Promise.resolve();
	}

	async claim(key: string, value: string, lifetime: number): Promise<string | undefined> {
		const current = this.current(key)?.value;
		if (current === undefined) await this.set(key, value, lifetime);
		return current;
	}

	async replace(key: string, expected: string, value: string, lifetime: number): Promise<boolean> {
		if (this.current(key)?.value !== expected) return false;
		await this.set(key, value, lifetime);
		return true;
	}

	push(key: string, value: string, lifetime: number, atMost: number): Promise<void> {
		const list = [...(this.current(key)?.list ?? []), value].slice(-atMost);
		this.keep(key, { list, atMost, expires: Date.now() + lifetime });
		return Promise.resolve();
	}

	list(key: string): Promise<string[]> {
		return Promise.resolve([...(this.current(key)?.list ?? [])]);
	}

	async takeAll(key: string): Promise<string[]> {
		const list = await this.list(key);
		this.kept.delete(key);
		return list;
	}

	entries(prefix: string): Promise<Map<string, string>> {
		const found = new Map<string, string>();
		for (const [key] of this.kept) {
			const value = key.startsWith(prefix) ? this.current(key)?.value : undefined;
			if (value !== undefined) found.set(key, value);
		}
		return Promise.resolve(found);
	}

	close(): Promise<void> {
		this.kept.clear();
		return Promise.resolve();
	}

	/** Hands all that is kept to another store, and forgets it. Rejects at the first operation that fails. */
	async moveTo(other: Store): Promise<void> {
		for (const key of [...this.kept.keys()]) {
			const { value, list = [], atMost = 0, expires } = this.current(key) ?? { expires: 0 };
			const lifetime = expires - Date.now();
			if (value !== undefined) await other.set(key, value, lifetime);
			for (const entry of list) await other.push(key, entry, lifetime, atMost);
			this.kept.delete(key);
		}
	}

	private current(key: string): Entry | undefined {
		const entry = this.kept.get(key);
		if (entry === undefined || entry.expires > Date.now()) return entry;
		this.kept.delete(key);
		return undefined;
	}

	private keep(key: string, entry: Entry): void {
		this.kept.delete(key);
		this.kept.set(key, entry);
		for (const oldest of this.kept.keys()) {
			if (this.kept.size <= this.capacity) return;
			this.kept.delete(oldest);
		}
	}
}
