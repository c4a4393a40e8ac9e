interface Entry {
	value?: string;
	list?: string[];
	/** Unix time in milliseconds. */
	expires: number;
}

/** Values and lists that are kept at most; the oldest are dropped first. 200,000 take some 60 MB. */
export const processCapacity = 200_000;

/** The operations of a `Store` on the memory of this process, at once. */
export class ProcessEntries {
	/** Oldest first. */
	private readonly kept = new Map<string, Entry>();

	constructor(private readonly capacity = processCapacity) {}

	get(key: string): string | undefined {
		return this.current(key)?.value;
	}

	set(key: string, value: string, lifetime: number): void {
		this.keep(key, { value, expires: Date.now() + lifetime });
	}

	delete(key: string): void {
		this.kept.delete(key);
	}

	claim(key: string, value: string, lifetime: number): string | undefined {
		const current = this.get(key);
		if (current === undefined) this.set(key, value, lifetime);
		return current;
	}

	replace(key: string, expected: string, value: string, lifetime: number): boolean {
		const isExpected = this.get(key) === expected;
		if (isExpected) this.set(key, value, lifetime);
		return isExpected;
	}

	push(key: string, value: string, lifetime: number, atMost: number): void {
		const list = [...this.list(key), value].slice(-atMost);
		this.keep(key, { list, expires: Date.now() + lifetime });
	}

	list(key: string): string[] {
		return [...(this.current(key)?.list ?? [])];
	}

	remove(key: string, value: string): void {
		const entry = this.current(key);
		const left = this.list(key).filter((each) => each !== value);
		if (left.length === 0 && entry?.list) this.delete(key);
		else if (entry?.list) entry.list = left;
	}

	takeAll(key: string): string[] {
		const list = this.list(key);
		if (list.length > 0) this.delete(key);
		return list;
	}

	entries(prefix: string): Map<string, string> {
		const found = new Map<string, string>();
		for (const key of this.kept.keys()) {
			const value = key.startsWith(prefix) ? this.get(key) : undefined;
			if (value !== undefined) found.set(key, value);
		}
		return found;
	}

	clear(): void {
		this.kept.clear();
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
