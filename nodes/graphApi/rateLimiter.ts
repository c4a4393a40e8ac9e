import { CancelledBeforeSending } from './errors';

interface Waiting {
	go(): void;
	cancel(): void;
}

/** The part of a second that may be caught up after the process was busy with something else. */
const burstSeconds = 0.25;
/** Milliseconds without a message after which there is nothing to catch up. */
const idleTime = 1000;
/** After a refusal the rate is not halved again before those already on their way have been answered. */
const halvingPause = 1000;
const lowestRate = 1;
/** How fast the rate climbs back, in parts of the permitted rate per second of success. */
const climbPerSecond = 0.1;

/**
 * Lets messages of one phone number go at a steady rate, in the order they came. A refusal of WhatsApp's halves
 * the rate and success lets it climb back, so several processes on one number settle without knowing each other.
 */
export class RateLimiter {
	private readonly queue: Waiting[] = [];
	private rate: number;
	private tokens = 1;
	private filledAt = performance.now();
	private halvedAt = -Infinity;
	private timer: NodeJS.Timeout | undefined;

	/** @param permitted messages per second. */
	constructor(private permitted: number) {
		this.rate = permitted;
	}

	/** The rate in force, in messages per second. */
	get currentRate(): number {
		return this.rate;
	}

	/** Takes over the rate of the latest run. */
	permit(perSecond: number): void {
		if (perSecond === this.permitted) return;
		this.permitted = perSecond;
		this.rate = perSecond;
	}

	/**
	 * Resolves when the next message may go.
	 * @throws GraphError when the execution is cancelled first.
	 */
	async turn(signal?: AbortSignal): Promise<void> {
		if (signal?.aborted) throw new CancelledBeforeSending();
		await new Promise<void>((resolve, reject) => {
			const onAbort = () => {
				this.queue.splice(this.queue.indexOf(waiting), 1);
				waiting.cancel();
			};
			const waiting: Waiting = {
				go: () => {
					signal?.removeEventListener('abort', onAbort);
					resolve();
				},
				cancel: () => reject(new CancelledBeforeSending()),
			};
			signal?.addEventListener('abort', onAbort, { once: true });
			if (performance.now() - this.filledAt > idleTime && this.queue.length === 0)
				this.startAfresh();
			this.queue.push(waiting);
			this.letGo();
		});
	}

	/** WhatsApp took a message. */
	accepted(): void {
		if (this.rate >= this.permitted) return;
		// One success stands for 1/rate seconds.
		this.rate = Math.min(this.permitted, this.rate + (this.permitted * climbPerSecond) / this.rate);
	}

	/** WhatsApp refused a message because they came too fast. */
	refused(): void {
		const now = performance.now();
		if (now - this.halvedAt < halvingPause) return;
		this.halvedAt = now;
		this.rate = Math.max(Math.min(lowestRate, this.permitted), this.rate / 2);
	}

	private startAfresh(): void {
		this.tokens = 1;
		this.filledAt = performance.now();
	}

	private letGo(): void {
		if (this.timer !== undefined) return;
		const now = performance.now();
		const burst = Math.max(1, this.rate * burstSeconds);
		this.tokens = Math.min(burst, this.tokens + ((now - this.filledAt) / 1000) * this.rate);
		this.filledAt = now;
		while (this.tokens >= 1) {
			const next = this.queue.shift();
			if (!next) return;
			this.tokens -= 1;
			next.go();
		}
		if (this.queue.length === 0) return;
		this.timer = setTimeout(
			() => {
				this.timer = undefined;
				this.letGo();
			},
			((1 - this.tokens) / this.rate) * 1000,
		);
	}
}
