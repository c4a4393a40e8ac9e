import { ProcessStore } from './processStore';
import type { Store } from './store';

/** Milliseconds after a failure in which the store is left alone, so that nothing waits for it again and again. */
const pauseAfterFailure = 5_000;

/** What a `Memory` says in n8n's log, once per outage. */
export interface MemoryLog {
	warn(message: string): void;
	info(message: string): void;
}

/**
 * A store that never fails: while it cannot be reached, this process remembers, and hands on what it has kept when the
 * store is back. What is weaker meanwhile is in `weakness`.
 */
export class Memory implements Store {
	private readonly inProcess = new ProcessStore();
	private failedAt = -Infinity;
	private failure: string | undefined;
	private returning: Promise<void> | undefined;

	/**
	 * @param store undefined if there is none: this process remembers.
	 * @param explain says why what it got from the store is a problem and what to do, in sentences without secrets.
	 */
	constructor(
		private readonly store: Store | undefined,
		private readonly explain: (error: unknown) => string,
		private readonly log: MemoryLog,
	) {}

	/** Why this process is on its own, in sentences. Undefined if it is not. */
	get weakness(): string | undefined {
		return this.failure;
	}

	get(key: string): Promise<string | undefined> {
		return this.use((store) => store.get(key));
	}

	set(key: string, value: string, lifetime: number): Promise<void> {
		return this.use((store) => store.set(key, value, lifetime));
	}

	delete(key: string): Promise<void> {
		return this.use((store) => store.delete(key));
	}

	claim(key: string, value: string, lifetime: number): Promise<string | undefined> {
		return this.use((store) => store.claim(key, value, lifetime));
	}

	replace(key: string, expected: string, value: string, lifetime: number): Promise<boolean> {
		return this.use((store) => store.replace(key, expected, value, lifetime));
	}

	push(key: string, value: string, lifetime: number, atMost: number): Promise<void> {
		return this.use((store) => store.push(key, value, lifetime, atMost));
	}

	list(key: string): Promise<string[]> {
		return this.use((store) => store.list(key));
	}

	takeAll(key: string): Promise<string[]> {
		return this.use((store) => store.takeAll(key));
	}

	entries(prefix: string): Promise<Map<string, string>> {
		return this.use((store) => store.entries(prefix));
	}

	async close(): Promise<void> {
		await this.store?.close();
		await this.inProcess.close();
	}

	private async use<Result>(operation: (store: Store) => Promise<Result>): Promise<Result> {
		const { store } = this;
		if (store === undefined) {
			this.fail(undefined);
			return await operation(this.inProcess);
		}
		if (performance.now() - this.failedAt < pauseAfterFailure) {
			return await operation(this.inProcess);
		}
		try {
			// Before anything else, so that the store knows what this process has kept.
			if (this.failure !== undefined) await (this.returning ??= this.handOver(store));
			return await operation(store);
		} catch (error) {
			this.fail(error);
			return await operation(this.inProcess);
		}
	}

	private fail(error: unknown): void {
		this.failedAt = performance.now();
		if (this.failure !== undefined) return;
		this.failure = this.explain(error);
		this.log.warn(this.failure);
	}

	private async handOver(store: Store): Promise<void> {
		try {
			await this.inProcess.moveTo(store);
			this.failure = undefined;
			this.log.info('The memory of the WhatsApp nodes is complete again.');
		} finally {
			this.returning = undefined;
		}
	}
}
