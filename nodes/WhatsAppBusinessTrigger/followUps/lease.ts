import { randomUUID } from 'node:crypto';

import type { Store } from '../../memory/store';

/** Milliseconds after which another process may take what a process that has ended had. */
export const leaseLifetime = 30_000;

/** Says which of several processes does something that none needs to do twice. It must be renewed. */
export class Lease {
	private readonly owner = randomUUID();

	constructor(
		private readonly store: Store,
		private readonly key: string,
	) {}

	/** Takes or renews it. Returns whether it is ours. */
	async take(): Promise<boolean> {
		const { owner } = this;
		if (await this.store.replace(this.key, owner, owner, leaseLifetime)) return true;
		return (await this.store.claim(this.key, owner, leaseLifetime)) === undefined;
	}

	/** Another process may take it at once. If one has just taken it, two do the same for a while. */
	async release(): Promise<void> {
		if ((await this.store.get(this.key)) === this.owner) await this.store.delete(this.key);
	}
}
