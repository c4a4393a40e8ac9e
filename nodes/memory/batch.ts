interface Queued<Context> {
	work(context: Context): unknown;
	size: number;
	resolve(result: unknown): void;
	reject(error: unknown): void;
}

/** Done together at most. More would hold up the process. */
export const atOnce = 250;

/**
 * Collects what is asked for within one turn of the event loop, and does it together: many small writes cost hardly
 * more than one.
 */
export class Batch<Context> {
	private readonly queued: Array<Queued<Context>> = [];
	private running: Promise<void> | undefined;

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
			await new Promise(setImmediate);
			const batch = this.takeNext();
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

	private takeNext(): Array<Queued<Context>> {
		let total = 0;
		const end = this.queued.findIndex(({ size }, index) => (total += size) > atOnce && index > 0);
		return end === -1 ? this.queued.splice(0) : this.queued.splice(0, end);
	}
}
