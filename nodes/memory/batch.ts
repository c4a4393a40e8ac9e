interface Queued<Context> {
	work(context: Context): unknown;
	resolve(result: unknown): void;
	reject(error: unknown): void;
}

/** Done together at most. More would hold up the process. */
const atOnce = 250;

/**
 * Collects what is asked for within one turn of the event loop, and does it together: many small writes cost hardly
 * more than one.
 */
export class Batch<Context> {
	private readonly queued: Array<Queued<Context>> = [];
	private running: Promise<void> | undefined;

	/** @param runAll calls `work` once with what it needs. Whatever it rejects with, all in the batch get. */
	constructor(private readonly runAll: (work: (context: Context) => void) => Promise<void>) {}

	/** Returns the result of `work`, after the batch that it belongs to has succeeded. */
	add<Result>(work: (context: Context) => Result): Promise<Result> {
		return new Promise<Result>((resolve, reject) => {
			this.queued.push({ work, resolve: (result) => resolve(result as Result), reject });
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
			const batch = this.queued.splice(0, atOnce);
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
}
