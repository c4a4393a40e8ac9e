import { EventLoopYielder } from './eventLoop';

/** How the items of a run ended, by index. An item that was never started is in neither. */
export interface RunOutcomes<Result> {
	results: Map<number, Result>;
	failures: Map<number, unknown>;
}

/** What is to be done for one item. */
export interface Job<Result> {
	/** Jobs of one queue are done one after the other, in the order of the items. */
	queue?: string;
	run(): Promise<Result>;
}

export interface RunJobsOptions<Result> {
	/** Filled in as the jobs end. */
	ended: RunOutcomes<Result>;
	/** Jobs under way at the same time. One that waits for its queue is not under way. */
	atOnce: number;
	/** Starts nothing more once it says so; what is under way is waited for. */
	stopped(): boolean;
}

interface QueuedJob<Result> {
	index: number;
	job: Job<Result>;
}

/**
 * Prepares and runs a job for each item, in order and several at once, and waits for all that were started.
 * @param prepare may throw: that item has failed then.
 */
export async function runJobs<Item, Result>(
	items: readonly Item[],
	{ ended, atOnce, stopped }: RunJobsOptions<Result>,
	prepare: (item: Item, index: number) => Job<Result>,
): Promise<void> {
	const remaining = items.entries();
	/** Queues somebody works at, with the jobs that wait in them. */
	const queues = new Map<string, Array<QueuedJob<Result>>>();
	const turns = new EventLoopYielder();

	async function run({ index, job }: QueuedJob<Result>): Promise<void> {
		try {
			ended.results.set(index, await job.run());
		} catch (error) {
			ended.failures.set(index, error);
		}
	}

	async function runQueue(queue: string, first: QueuedJob<Result>): Promise<void> {
		const waiting: Array<QueuedJob<Result>> = [];
		queues.set(queue, waiting);
		for (
			let next: QueuedJob<Result> | undefined = first;
			next && !stopped();
			next = waiting.shift()
		) {
			await run(next);
		}
		queues.delete(queue);
	}

	async function work(): Promise<void> {
		for (;;) {
			while (turns.shouldYield) await turns.yield();
			if (stopped()) return;
			// Taken only now: until it is in its queue nobody gets ahead of it.
			const next = remaining.next();
			if (next.done) return;
			const [index, item] = next.value;
			let job: Job<Result>;
			try {
				job = prepare(item, index);
			} catch (error) {
				ended.failures.set(index, error);
				continue;
			}
			const waiting = job.queue === undefined ? undefined : queues.get(job.queue);
			if (waiting) waiting.push({ index, job });
			else if (job.queue === undefined) await run({ index, job });
			else await runQueue(job.queue, { index, job });
		}
	}

	const workers = Math.min(atOnce, items.length);
	await Promise.all(Array.from({ length: workers }, work));
}
