import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work after which the rest of the process gets its turn. */
const longestBlock = 25;

/**
 * Lets the rest of the process go on between pieces of work: `while (turns.over) await turns.next();`. A loop,
 * because those who wait share what comes after: each having it for itself would be one long block.
 */
export class EventLoopYielder {
	private startedAt = performance.now();
	private coming: Promise<void> | undefined;

	/** Whether there was work enough for now. */
	get shouldYield(): boolean {
		return performance.now() - this.startedAt > longestBlock;
	}

	/** Waits until the rest of the process has had its turn. */
	async yield(): Promise<void> {
		this.coming ??= nextTurn().then(() => {
			this.startedAt = performance.now();
			this.coming = undefined;
		});
		await this.coming;
	}
}
