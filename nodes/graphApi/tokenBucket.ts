/** Seconds of sending that may be caught up after the process was busy. */
export const burstSeconds = 0.25;
/** Milliseconds without a message after which nothing is caught up. */
export const idleTime = 1000;

/** Has a permit for each message that may be sent now; permits arrive at a steady rate. */
export class TokenBucket {
	private permits = 1;
	private filledAt = performance.now();

	/**
	 * Adds the permits that have arrived since the last call.
	 * @param perSecond the rate.
	 */
	fill(perSecond: number, now: number): void {
		const most = Math.max(1, perSecond * burstSeconds);
		this.permits = Math.min(most, this.permits + ((now - this.filledAt) / 1000) * perSecond);
		this.filledAt = now;
	}

	/** After an idle period there is one permit: unused permits do not add up. */
	startAfreshIfIdle(now: number): void {
		if (now - this.filledAt > idleTime) this.startAfresh(now);
	}

	startAfresh(now: number): void {
		this.permits = 1;
		this.filledAt = now;
	}

	get hasPermit(): boolean {
		return this.permits >= 1;
	}

	/** The whole permits that there are after some more seconds. */
	permitsAfter(seconds: number, perSecond: number): number {
		return Math.floor(this.permits + seconds * perSecond);
	}

	take(): void {
		this.permits -= 1;
	}

	/** Milliseconds until there is a permit. */
	timeToPermit(perSecond: number): number {
		return Math.max(0, ((1 - this.permits) / perSecond) * 1000);
	}
}
