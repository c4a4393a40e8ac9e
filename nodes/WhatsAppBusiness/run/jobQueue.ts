import { EventLoopYielder } from './eventLoop';

/** Results and errors of a run by item index. An item that was never started is in neither. */
export interface RunOutcomes<Result> {
	results: Map<number, Result>;
	failures: Map<number, unknown>;
	/** Items in progress. */
	running: Set<number>;
}

/** The work for one item. */
export interface Job<Result> {
	/** Jobs with the same queue run one after the other, in the order of the items. */
	queue?: string;
	run(): Promise<Result>;
}

export interface RunJobsOptions<Result> {
	/** Filled in while the jobs end. */
	outcomes: RunOutcomes<Result>;
	/** Jobs that run at the same time. A job that waits for its queue does not count. */
	atOnce: number;
	/** Once true, no job is started; running jobs are awaited. */
	stopped(): boolean;
}

interface QueuedJob<Result> {
	index: number;
	job: Job<Result>;
}

/**
 * Prepares and runs a job for each item, in order and several at once, and waits for all that were started.
 * @param prepare creates the job of an item. If it throws, the item has failed.
 */
export async function runJobs<Item, Result>(
	items: readonly Item[],
	{ outcomes, atOnce, stopped }: RunJobsOptions<Result>,
	prepare: (item: Item, index: number) => Job<Result>,
): Promise<void> {
	const remaining = items.entries();
	/** Active queues and their pending jobs. */
	const queues = new Map<string, Array<QueuedJob<Result>>>();
	const yielder = new EventLoopYielder();

	async function run({ index, job }: QueuedJob<Result>): Promise<void> {
		outcomes.running.add(index);
		try {
			outcomes.results.set(index, await job.run());
		} catch (error) {
			outcomes.failures.set(index, error);
		} finally {
			outcomes.running.delete(index);
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
			while (yielder.shouldYield) await yielder.yield();
			if (stopped()) return;
			// No await from here until the item is in its queue, so that no other gets ahead of it.
			const next = remaining.next();
			if (next.done) return;
			const [index, item] = next.value;
			let job: Job<Result>;
			try {
				job = prepare(item, index);
			} catch (error) {
				outcomes.failures.set(index, error);
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
