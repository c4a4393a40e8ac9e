/** Measures the time in which at least one message was held back, by the rate limit or before another try. */
export class WaitClock {
	private waiting = 0;
	private since = 0;
	private milliseconds = 0;

	/** Runs what waits, and counts its time once however many wait at the same time. */
	async during<Result>(work: () => Promise<Result>): Promise<Result> {
		if (this.waiting++ === 0) this.since = performance.now();
		try {
			return await work();
		} finally {
			if (--this.waiting === 0) this.milliseconds += performance.now() - this.since;
		}
	}

	get seconds(): number {
		const open = this.waiting > 0 ? performance.now() - this.since : 0;
		return (this.milliseconds + open) / 1000;
	}
}
