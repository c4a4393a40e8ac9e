interface Queued<Context> {
	work(context: Context): unknown;
	size: number;
	resolve(result: unknown): void;
	reject(error: unknown): void;
}

/** Done together at most. More would hold up the process. */
export const atOnce = 1_000;

/** As many as are done together only when many ask at the same time. Whoever does one after the other never waits. */
const many = 4;
/** Milliseconds from one batch to the next while many ask: one of 50 costs hardly more than one of 5. */
const interval = 4;

/**
 * Collects what is asked for within one turn of the event loop, and does it together: many small writes cost hardly
 * more than one. While many ask, it collects for a few milliseconds.
 */
export class Batch<Context> {
	private readonly queued: Array<Queued<Context>> = [];
	private running: Promise<void> | undefined;
	private lastAt = -Infinity;
	private lastCount = 0;

	/** @param runAll calls `work` once with what it needs. Whatever it rejects with, all in the batch get. */
	constructor(private readonly runAll: (work: (context: Context) => void) => Promise<void>) {}

	/**
	 * Returns the result of `work`, after the batch that it belongs to has succeeded.
	 * @param size how many it does itself. More than `atOnce` are done alone.
	 */
	add<Result>(work: (context: Context) => Result, size = 1): Promise<Result> {
		return new Promise<Result>((resolve, reject) => {
			this.queued.push({ work, size, resolve: (result) => resolve(result as Result), reject });
			this.running ??= this.run();
		});
	}

	/** Resolves when nothing is queued or running. */
	async idle(): Promise<void> {
		await this.running;
	}

	private async run(): Promise<void> {
		while (this.queued.length > 0) {
			await this.collect();
			const batch = this.takeNext();
			this.lastAt = performance.now();
			this.lastCount = batch.length;
			let results: unknown[] = [];
			try {
				await this.runAll((context) => {
					results = batch.map(({ work }) => work(context));
				});
				batch.forEach(({ resolve }, index) => resolve(results[index]));
			} catch (error) {
				for (const { reject } of batch) reject(error);
			}
		}
		this.running = undefined;
	}

	private async collect(): Promise<void> {
		const pause = this.lastCount < many ? 0 : this.lastAt + interval - performance.now();
		await new Promise((resolve) => {
			if (pause > 0) setTimeout(resolve, pause);
			else setImmediate(resolve);
		});
	}

	private takeNext(): Array<Queued<Context>> {
		let total = 0;
		const end = this.queued.findIndex(({ size }, index) => (total += size) > atOnce && index > 0);
		return end === -1 ? this.queued.splice(0) : this.queued.splice(0, end);
	}
}
