import { CancelledBeforeSending } from './errors/cancelledError';
import { TokenBucket } from './tokenBucket';

/** After a refusal the rate is not halved again before those already on their way have been answered. */
const halvingPause = 1000;
const lowestRate = 1;
/** How fast the rate climbs back, in parts of the max rate per second of success. */
const climbPerSecond = 0.1;

/** The messages of one run to one number. */
export interface RunLimiter {
	/**
	 * Resolves when the next message may go.
	 * @param again a message that was refused before; it goes before those that were not, as its time is limited.
	 * @throws RequestError when the signal comes first.
	 */
	acquire(signal?: AbortSignal, again?: boolean): Promise<void>;
	/** WhatsApp took a message. */
	accepted(): void;
	/** WhatsApp refused a message because they came too fast. */
	refused(): void;
}

interface Run {
	/** Messages per second it may send. */
	maxRate: number;
	bucket: TokenBucket;
	/** The messages that wait, in the order in which they go. */
	waiting: Waiting[];
}

interface Waiting {
	go(): void;
	again: boolean;
}

/**
 * Lets messages of one phone number go at a steady rate. Runs take turns, so a reply does not wait for the end of
 * a broadcast; none is faster than its own rate, and all together are not faster than the fastest of them may be.
 * A refusal of WhatsApp's halves the rate and success lets it climb back, so several processes on one number
 * settle without knowing each other.
 */
export class RateLimiter {
	/** Those with messages that wait; whose turn is next comes first. */
	private readonly runs = new Set<Run>();
	private readonly bucket = new TokenBucket();
	/** The max rate of the fastest run, and what WhatsApp's refusals have left of it. */
	private maxRate = 0;
	private adaptiveRate = Infinity;
	private halvedAt = -Infinity;
	private timer: NodeJS.Timeout | undefined;

	/** @param maxRate messages per second. */
	forRun(maxRate: number): RunLimiter {
		const run: Run = { maxRate, bucket: new TokenBucket(), waiting: [] };
		return {
			acquire: (signal, again = false) => this.acquire(run, signal, again),
			accepted: () => this.accepted(),
			refused: () => this.refused(),
		};
	}

	/** The rate in force, in messages per second. */
	private get rate(): number {
		return Math.min(this.maxRate, this.adaptiveRate);
	}

	private async acquire(run: Run, signal: AbortSignal | undefined, again: boolean): Promise<void> {
		if (signal?.aborted) throw new CancelledBeforeSending();
		await new Promise<void>((resolve, reject) => {
			const message: Waiting = {
				again,
				go: () => {
					signal?.removeEventListener('abort', onAbort);
					resolve();
				},
			};
			const onAbort = () => {
				run.waiting.splice(run.waiting.indexOf(message), 1);
				if (run.waiting.length === 0) this.leave(run);
				reject(new CancelledBeforeSending());
			};
			signal?.addEventListener('abort', onAbort, { once: true });
			const firstNew = again ? run.waiting.findIndex((other) => !other.again) : -1;
			run.waiting.splice(firstNew < 0 ? run.waiting.length : firstNew, 0, message);
			if (run.waiting.length === 1) this.enter(run);
			this.letGo();
		});
	}

	private enter(run: Run): void {
		const now = performance.now();
		run.bucket.startAfreshIfIdle(now);
		if (this.runs.size === 0) this.bucket.startAfreshIfIdle(now);
		else this.bucket.fill(this.rate, now);
		this.runs.add(run);
		this.findFastest();
		// What was waited for may come sooner now.
		clearTimeout(this.timer);
		this.timer = undefined;
	}

	private leave(run: Run): void {
		this.runs.delete(run);
		this.findFastest();
	}

	// Without a run the last rate stands, for the answers that are still to come.
	private findFastest(): void {
		if (this.runs.size === 0) return;
		this.maxRate = Math.max(...[...this.runs].map(({ maxRate }) => maxRate));
	}

	private accepted(): void {
		if (this.adaptiveRate >= this.maxRate) return;
		// One success stands for 1/rate seconds.
		this.adaptiveRate += (this.maxRate * climbPerSecond) / this.adaptiveRate;
	}

	private refused(): void {
		const now = performance.now();
		if (now - this.halvedAt < halvingPause) return;
		this.halvedAt = now;
		this.adaptiveRate = Math.max(Math.min(lowestRate, this.maxRate), this.rate / 2);
	}

	private letGo(): void {
		if (this.timer !== undefined) return;
		const now = performance.now();
		this.bucket.fill(this.rate, now);
		for (const run of this.runs) run.bucket.fill(run.maxRate, now);
		for (let run = this.next(); run; run = this.next()) {
			this.bucket.take();
			run.bucket.take();
			run.waiting.shift()?.go();
			this.runs.delete(run);
			if (run.waiting.length > 0) this.runs.add(run);
			else this.findFastest();
		}
		if (this.runs.size === 0) return;
		const soonest = Math.min(
			...[...this.runs].map(({ bucket, maxRate }) => bucket.timeToPermit(maxRate)),
		);
		this.timer = setTimeout(
			() => {
				this.timer = undefined;
				this.letGo();
			},
			Math.max(soonest, this.bucket.timeToPermit(this.rate)),
		);
	}

	private next(): Run | undefined {
		if (!this.bucket.hasPermit) return undefined;
		for (const run of this.runs) if (run.bucket.hasPermit) return run;
		return undefined;
	}
}
