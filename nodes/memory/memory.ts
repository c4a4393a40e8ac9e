import { ProcessStore } from './processStore';
import { StandIn } from './standIn';
import type { Store } from './store';

/** Milliseconds in which a store that failed is left alone. */
const pauseAfterFailure = 5_000;
/** Milliseconds until the first look: after a mere cut of the connection the store is there at once. */
const firstPause = 100;

/** A key for nothing but to see whether the store can be written. */
const probeKey = 'check';

/** What a `Memory` says in n8n's log, once per outage. */
export interface MemoryLog {
	warn(message: string): void;
	info(message: string): void;
}

/** @param hasTried whether the operation has just failed at this store. It may have happened all the same. */
type Operation<Result> = (store: Store, hasTried: boolean) => Promise<Result>;

/** Reads what a store has, and this process does not know better. */
type Read<Result> = Operation<Result | undefined>;

/**
 * A store that never fails: while it cannot be used, this process remembers, and tells the store when it is back. If it
 * can still be read, as on a full disk, what it has counts. What is weaker meanwhile is in `weakness`.
 */
export class Memory implements Store {
	/** Never fails. */
	private readonly inProcess: Store;
	private readonly standIn = new StandIn();
	private failure: string | undefined;
	/** Whether the store can perhaps be read, although it cannot be written. */
	private isReadable = true;
	private nextTry: NodeJS.Timeout | undefined;
	/** Never rejects. */
	private handingOver: Promise<void> | undefined;
	private isClosed = false;

	/**
	 * @param store undefined if there is none: this process remembers.
	 * @param explain says why what it got from the store is a problem and what to do, in sentences without secrets.
	 */
	constructor(
		private readonly store: Store | undefined,
		private readonly explain: (error: unknown) => string,
		private readonly log: MemoryLog,
		private readonly pause = pauseAfterFailure,
	) {
		this.inProcess = store ? this.standIn : new ProcessStore();
		if (!store) this.fail(undefined);
	}

	/** Why this process is on its own, in sentences. Undefined if it is not. */
	get weakness(): string | undefined {
		return this.failure;
	}

	/** Whether others may share what is remembered. */
	get hasStore(): boolean {
		return this.store !== undefined;
	}

	/** Whether there is a store that cannot be used now, so that some of what it knows may not be known here. */
	get isIncomplete(): boolean {
		return this.hasStore && this.failure !== undefined;
	}

	/** Whether there is a store that cannot even be read now, so that what it knows is not known here. */
	get isCutOff(): boolean {
		return this.isIncomplete && !this.isReadable;
	}

	get(key: string): Promise<string | undefined> {
		return this.use((store) => store.get(key), this.valueOf(key));
	}

	getAll(keys: readonly string[]): Promise<Array<string | undefined>> {
		return this.use(
			(store) => store.getAll(keys),
			() => Promise.all(keys.map((key) => this.get(key))),
		);
	}

	set(key: string, value: string, lifetime: number): Promise<void> {
		return this.use((store) => store.set(key, value, lifetime));
	}

	delete(key: string): Promise<void> {
		return this.use((store) => store.delete(key));
	}

	claim(key: string, value: string, lifetime: number): Promise<string | undefined> {
		const others = (found: string | undefined, hasTried: boolean) =>
			hasTried && found === value ? undefined : found;
		return this.use(
			async (store, hasTried) => {
				const found = others(await store.claim(key, value, lifetime), hasTried);
				return found ?? (await this.claimedHere(store, key, value, lifetime));
			},
			async (store, hasTried) => others(await this.valueOf(key)(store, hasTried), hasTried),
		);
	}

	claimAll(
		keys: readonly string[],
		value: string,
		lifetime: number,
	): Promise<Array<string | undefined>> {
		return this.use(
			async (store) => {
				const found = await store.claimAll(keys, value, lifetime);
				const here = async (key: string, index: number) =>
					found[index] ?? (await this.claimedHere(store, key, value, lifetime));
				return this.isIncomplete ? await Promise.all(keys.map(here)) : found;
			},
			async (_store, hasTried) => {
				const found = await Promise.all(keys.map((key) => this.claim(key, value, lifetime)));
				return found.map((each) => (hasTried && each === value ? undefined : each));
			},
		);
	}

	replace(key: string, expected: string, value: string, lifetime: number): Promise<boolean> {
		return this.use((store) => store.replace(key, expected, value, lifetime));
	}

	push(key: string, value: string, lifetime: number, atMost: number): Promise<void> {
		return this.use((store) => store.push(key, value, lifetime, atMost));
	}

	list(key: string): Promise<string[]> {
		return this.use(
			(store) => store.list(key),
			async (store) => {
				const earlier = this.standIn.hasReplaced(key) ? [] : await store.list(key);
				return [...earlier, ...(await this.standIn.list(key))];
			},
		);
	}

	remove(key: string, value: string): Promise<void> {
		return this.use((store) => store.remove(key, value));
	}

	takeAll(key: string): Promise<string[]> {
		return this.use((store) => store.takeAll(key));
	}

	entries(prefix: string): Promise<Map<string, string>> {
		return this.use(
			(store) => store.entries(prefix),
			async (store) => {
				const found = await store.entries(prefix);
				for (const key of found.keys()) if (this.standIn.hasReplaced(key)) found.delete(key);
				return new Map([...found, ...(await this.standIn.entries(prefix))]);
			},
		);
	}

	async close(): Promise<void> {
		this.isClosed = true;
		clearTimeout(this.nextTry);
		await this.store?.close();
		await this.inProcess.close();
	}

	/**
	 * After a claim has succeeded: another of this process may have failed meanwhile, and then have succeeded without the
	 * store.
	 * @param store where it succeeded.
	 * @returns the value of the other.
	 */
	private async claimedHere(
		store: Store,
		...claim: Parameters<Store['claim']>
	): Promise<string | undefined> {
		if (store === this.inProcess || !this.isIncomplete) return undefined;
		return await this.standIn.claim(...claim);
	}

	private valueOf(key: string): Read<string> {
		return async (store) => (this.standIn.hasReplaced(key) ? undefined : await store.get(key));
	}

	/** @param read what counts before that of this process while the store cannot be written. */
	private async use<Result>(
		operation: Operation<Result>,
		read?: Read<Result>,
		hasTried = false,
	): Promise<Result> {
		// The store must know what this process has kept before it is asked.
		if (this.handingOver) await this.handingOver;
		const { store } = this;
		if (store === undefined) return await operation(this.inProcess, false);
		const tries = this.failure === undefined;
		if (tries) {
			try {
				return await operation(store, hasTried);
			} catch (error) {
				this.fail(error);
			}
		}
		if (!read || !this.isReadable) return await operation(this.inProcess, false);
		const found = await read(store, tries).catch(() => {
			this.isReadable = false;
			return undefined;
		});
		// Meanwhile the store may be back.
		return found ?? (await this.use(operation, undefined, tries));
	}

	private fail(error: unknown): void {
		if (this.failure !== undefined) return;
		this.failure = this.explain(error);
		this.isReadable = true;
		this.log.warn(this.failure);
		this.tryLater(Math.min(firstPause, this.pause));
	}

	/** Also if nobody asks for anything: what this process has kept ends with it. */
	private tryLater(pause = this.pause): void {
		const { store } = this;
		if (!store || this.isClosed) return;
		this.nextTry = setTimeout(() => {
			this.comeBack(store).catch(() => this.tryLater());
		}, pause).unref();
	}

	private async comeBack(store: Store): Promise<void> {
		// Nobody waits for a store that is still away.
		try {
			await store.set(probeKey, '', 1);
		} catch (error) {
			this.isReadable = await store.get(probeKey).then(
				() => true,
				() => false,
			);
			throw error;
		}
		const handingOver = this.handOver(store);
		const done = () => (this.handingOver = undefined);
		this.handingOver = handingOver.then(done, done);
		await handingOver;
	}

	private async handOver(store: Store): Promise<void> {
		while (this.standIn.hasMissed) await this.standIn.tellSome(store);
		this.standIn.forget();
		this.failure = undefined;
		this.log.info('The memory of the WhatsApp nodes is complete again.');
	}
}
