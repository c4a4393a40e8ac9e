import { randomUUID } from 'node:crypto';

import type { Store } from '../../memory/store';

/** Milliseconds after which somebody else may begin what a process had in hand when it ended. */
export const pendingLifetime = 30_000;
/** Milliseconds. Leaves room for a process that is busy. */
const renewalInterval = 10_000;

/** The value of what has been started. What is pending has another. */
export const done = 'done';

/**
 * What this process has in hand, and nobody else may begin. It stays so until it is finished or released, or the
 * process ends.
 */
export class Claims {
	private readonly held = new Set<string>();
	/** Different each time, so that the claim of somebody else after ours has expired is not taken for ours. */
	private readonly pending = randomUUID();
	private renewal: NodeJS.Timeout | undefined;

	/** @param lifetime milliseconds for which what is finished is known. */
	constructor(
		private readonly memory: Store,
		private readonly keyOf: (name: string) => string,
		private readonly lifetime: number,
	) {}

	/** The names of all of it. */
	get names(): ReadonlySet<string> {
		return this.held;
	}

	/** Returns undefined if it is now ours, and otherwise whether somebody has finished it. */
	async add(name: string): Promise<'pending' | 'done' | undefined> {
		return (await this.addAll([name]))[0];
	}

	/** Like `add` for each of the names, which are different, in their order. */
	async addAll(names: readonly string[]): Promise<Array<'pending' | 'done' | undefined>> {
		const keys = names.map((name) => this.keyOf(name));
		const found = await this.memory.claimAll(keys, this.pending, pendingLifetime);
		return found.map((value, index) => {
			if (value !== undefined) return value === done ? 'done' : 'pending';
			this.held.add(names[index] as string);
			this.renewal ??= setInterval(
				() => void this.replace(pendingLifetime),
				renewalInterval,
			).unref();
			return undefined;
		});
	}

	/** Is finished together with what is ours, whoever has it. */
	include(name: string): void {
		this.held.add(name);
	}

	/** Nobody shall begin any of it again. */
	async finish(): Promise<void> {
		clearInterval(this.renewal);
		await this.each((key) => this.memory.set(key, done, this.lifetime));
	}

	/** Somebody else may begin it. */
	async release(): Promise<void> {
		clearInterval(this.renewal);
		// It expires at once. To delete it could delete the claim of somebody else.
		await this.replace(1);
	}

	private async replace(lifetime: number): Promise<void> {
		const { memory, pending } = this;
		await this.each((key) => memory.replace(key, pending, pending, lifetime));
	}

	private async each(action: (key: string) => Promise<unknown>): Promise<void> {
		await Promise.all([...this.held].map((name) => action(this.keyOf(name))));
	}
}
