import { setImmediate as nextIteration } from 'node:timers/promises';

/**
 * Milliseconds of work before yielding. Until n8n has responded to a webhook that starts a workflow, the event loop runs
 * about seventy times, and each time it waits this long for us. Not to block for long is therefore not enough.
 */
const longestBlock = 1;

/**
 * Yields to the event loop after 1 ms of work: `while (yielder.shouldYield) await yielder.yield();`. A loop, because
 * all who wait share the next millisecond: one for each of them would block for long.
 */
export class EventLoopYielder {
	private startedAt = performance.now();
	private pending: Promise<void> | undefined;

	/** Whether the time is used up. */
	get shouldYield(): boolean {
		return performance.now() - this.startedAt > longestBlock;
	}

	/** Waits until the event loop has run. */
	// The same promise for all: hundreds may wait, and each further one would be work in every iteration.
	yield(): Promise<void> {
		this.pending ??= nextIteration().then(() => {
			this.startedAt = performance.now();
			this.pending = undefined;
		});
		return this.pending;
	}
}
