import { setImmediate as nextIteration } from 'node:timers/promises';

/** Milliseconds of work before yielding. */
const longestBlock = 10;

/**
 * Yields to the event loop after 10 ms of work: `while (yielder.shouldYield) await yielder.yield();`. A loop, because
 * all who wait share the next 10 ms: 10 ms for each of them would block for long again.
 */
export class EventLoopYielder {
	private startedAt = performance.now();
	private pending: Promise<void> | undefined;

	/** Whether the time is used up. */
	get shouldYield(): boolean {
		return performance.now() - this.startedAt > longestBlock;
	}

	/** Waits until the event loop has run. */
	async yield(): Promise<void> {
		this.pending ??= nextIteration().then(() => {
			this.startedAt = performance.now();
			this.pending = undefined;
		});
		await this.pending;
	}
}
