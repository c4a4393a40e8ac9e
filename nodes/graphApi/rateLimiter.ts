import { CancelledBeforeSending } from './errors/cancelledError';
import { ReservedPermits } from './reservedPermits';
import type { SharedBucket } from './sharedBucket';
import { TokenBucket } from './tokenBucket';

/** Milliseconds after halving in which further refusals are ignored: they are about messages sent before. */
export const halvingPause = 1000;
export const lowestRate = 1;
/** How fast the rate recovers, as a fraction of the maximum rate per second of success. */
export const climbPerSecond = 0.1;
/** Seconds in which a run must be able to use the permits that are reserved for it: they come when others have had theirs. */
const useWithinSeconds = 0.3;

/** The messages of one run to one number. */
export interface RunLimiter {
	/**
	 * Resolves when the next message may be sent.
	 * @param again true for a message that was refused before; it goes first, because its time is limited.
	 * @throws CancelledBeforeSending when the signal aborts first.
	 */
	acquire(signal?: AbortSignal, again?: boolean): Promise<void>;
	/** WhatsApp accepted a message. */
	accepted(): void;
	/** WhatsApp refused a message because they came too fast. */
	refused(): void;
}

interface Run {
	/** Messages per second it may send. */
	maxRate: number;
	bucket: TokenBucket;
	/** Where permits are reserved if other processes send from the number as well. */
	shared: SharedBucket | undefined;
	/** Waiting messages, in sending order. */
	waiting: Waiting[];
}

/** Where the permits of the number come from. */
interface Permits {
	readonly hasPermit: boolean;
	take(): void;
	/** Milliseconds until there is a permit; Infinity if that is not known yet. */
	timeToPermit(perSecond: number): number;
}

interface Waiting {
	go(): void;
	again: boolean;
}

/**
 * Spaces the messages of one phone number evenly. Runs alternate, so a reply does not wait for the end of a
 * broadcast. No run exceeds its rate, and all runs together do not exceed the rate of the fastest. A refusal by
 * WhatsApp halves the rate and success lets it recover, so several processes that share a number settle without
 * knowing of each other. With a shared bucket they have one rate together.
 */
export class RateLimiter {
	/** Runs with waiting messages; the next to send comes first. */
	private readonly runs = new Set<Run>();
	private readonly bucket = new TokenBucket();
	private readonly reserved = new ReservedPermits(() => {
		this.stopTimer();
		this.release();
	});
	/** The maximum rate of the fastest run, and the rate learnt from WhatsApp's refusals. */
	private maxRate = 0;
	private adaptiveRate = Infinity;
	private halvedAt = -Infinity;
	private timer: NodeJS.Timeout | undefined;

	/**
	 * @param maxRate messages per second.
	 * @param shared where permits are reserved. While it cannot be reached, this process is on its own.
	 */
	forRun(maxRate: number, shared?: SharedBucket): RunLimiter {
		const run: Run = { maxRate, bucket: new TokenBucket(), shared, waiting: [] };
		return {
			acquire: (signal, again = false) => this.acquire(run, signal, again),
			accepted: () => {
				this.accepted();
				if (shared) this.reserved.countAccepted();
			},
			refused: () => {
				this.refused();
				// If it cannot be told, the other processes will be refused themselves.
				shared?.refused(maxRate).catch(() => undefined);
			},
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
			this.release();
		});
	}

	private enter(run: Run): void {
		const now = performance.now();
		run.bucket.startAfreshIfIdle(now);
		if (this.runs.size === 0) this.bucket.startAfreshIfIdle(now);
		else this.bucket.fill(this.rate, now);
		this.runs.add(run);
		this.findFastest();
		// The new run may have a permit before the timer ends.
		this.stopTimer();
	}

	private stopTimer(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
	}

	private leave(run: Run): void {
		this.runs.delete(run);
		this.findFastest();
	}

	// Without a run the last rate stays, for responses still to come.
	private findFastest(): void {
		if (this.runs.size === 0) return;
		this.maxRate = Math.max(...[...this.runs].map(({ maxRate }) => maxRate));
	}

	private accepted(): void {
		if (this.adaptiveRate >= this.maxRate) return;
		// Each success accounts for 1/rate seconds.
		this.adaptiveRate += (this.maxRate * climbPerSecond) / this.adaptiveRate;
	}

	private refused(): void {
		const now = performance.now();
		if (now - this.halvedAt < halvingPause) return;
		this.halvedAt = now;
		this.adaptiveRate = Math.max(Math.min(lowestRate, this.maxRate), this.rate / 2);
	}

	private release(): void {
		if (this.timer !== undefined) return;
		const now = performance.now();
		const permits = this.permits(now);
		for (const run of this.runs) run.bucket.fill(run.maxRate, now);
		for (let run = this.next(permits); run; run = this.next(permits)) {
			permits.take();
			run.bucket.take();
			run.waiting.shift()?.go();
			this.runs.delete(run);
			if (run.waiting.length > 0) this.runs.add(run);
			else this.findFastest();
		}
		if (this.runs.size === 0) {
			this.reserved.drop();
			return;
		}
		this.reserve();
		const soonest = Math.min(
			...[...this.runs].map(({ bucket, maxRate }) => bucket.timeToPermit(maxRate)),
		);
		const time = Math.max(soonest, permits.timeToPermit(this.rate));
		// Permits that were asked for come without a timer.
		if (time === Infinity) return;
		this.timer = setTimeout(() => {
			this.timer = undefined;
			this.release();
		}, time);
	}

	/** The permits of this process, or those that it has reserved. */
	private permits(now: number): Permits {
		if (this.shared === undefined || this.reserved.isMissing) {
			this.bucket.fill(this.rate, now);
			return this.bucket;
		}
		// Not to be caught up later.
		this.bucket.startAfresh(now);
		this.reserved.arrive(now);
		return this.reserved;
	}

	private get shared(): SharedBucket | undefined {
		for (const { shared } of this.runs) if (shared) return shared;
		return undefined;
	}

	private reserve(): void {
		if (this.shared === undefined) return;
		let usable = 0;
		for (const { bucket, maxRate, waiting } of this.runs) {
			usable += Math.min(waiting.length, bucket.permitsAfter(useWithinSeconds, maxRate));
		}
		void this.reserved.ask(this.shared, usable, this.maxRate);
	}

	private next(permits: Permits): Run | undefined {
		if (!permits.hasPermit) return undefined;
		for (const run of this.runs) if (run.bucket.hasPermit) return run;
		return undefined;
	}
}
