import type { SharedBucket } from './sharedBucket';

/** Milliseconds after a failure in which the shared bucket is left alone. */
const pauseAfterFailure = 5_000;

/** Permits that this process has reserved from a shared bucket, each for a time of its own. */
export class ReservedPermits {
	/** Whether the bucket could not be reached. Then each process is on its own. */
	isMissing = false;
	private left = 0;
	/** When the next one may be used, and how long after it the one behind it. */
	private nextAt = 0;
	private interval = 0;
	private now = 0;
	private isAsking = false;
	private failedAt = -Infinity;
	/** Messages that WhatsApp has accepted and the bucket does not know of. */
	private accepted = 0;

	/** @param onAnswer called when permits have come, or the bucket could not be reached. */
	constructor(private readonly onAnswer: () => void) {}

	/** Those whose time has come may be used from now on. */
	arrive(now: number): void {
		this.now = now;
	}

	get hasPermit(): boolean {
		return this.left > 0 && this.nextAt <= this.now;
	}

	take(): void {
		this.left -= 1;
		this.nextAt += this.interval;
	}

	timeToPermit(): number {
		if (this.left > 0) return Math.max(0, this.nextAt - this.now);
		return this.isAsking ? Infinity : 0;
	}

	/** Nobody waits: what is left would be a burst later. */
	drop(): void {
		this.left = 0;
	}

	/** WhatsApp accepted a message. */
	countAccepted(): void {
		if (!this.isMissing) this.accepted += 1;
	}

	/**
	 * Reserves permits, unless some are left, are on the way, or the bucket could not be reached a moment ago.
	 * @param maxRate messages per second.
	 */
	async ask(bucket: SharedBucket, atMost: number, maxRate: number): Promise<void> {
		if (atMost < 1 || this.left > 0 || this.isAsking) return;
		if (performance.now() - this.failedAt < pauseAfterFailure) return;
		this.isAsking = true;
		const { accepted } = this;
		this.accepted = 0;
		try {
			const { count, startsIn, interval } = await bucket.reserve(atMost, maxRate, accepted);
			this.left = count;
			this.nextAt = performance.now() + startsIn;
			this.interval = interval;
			this.isMissing = false;
		} catch {
			this.failedAt = performance.now();
			this.isMissing = true;
		}
		this.isAsking = false;
		this.onAnswer();
	}
}
