import { burstSeconds, idleTime } from '../../nodes/graphApi/tokenBucket';
import { reservedSeconds } from '../../nodes/graphApi/sharedBucket';
import type { Reservation, SharedBucket } from '../../nodes/graphApi/sharedBucket';

/** The permits of one number for several limiters in this process, which stand for processes. */
export class BucketInProcess implements SharedBucket {
	/** Whether it cannot be reached. */
	isGone = false;
	reservations = 0;
	private nextAt = -Infinity;
	private fastest = 0;
	private halvings = 0;

	/** @param latency milliseconds until a response. */
	constructor(private readonly latency = 2) {}

	async reserve(atMost: number, maxRate: number): Promise<Reservation> {
		this.reservations++;
		await this.respond();
		this.fastest = Math.max(this.fastest, maxRate);
		const rate = this.fastest / 2 ** this.halvings;
		const count = Math.max(1, Math.min(atMost, Math.floor(rate * reservedSeconds)));
		const now = performance.now();
		const isIdle = now - this.nextAt > idleTime;
		const startsAt = isIdle ? now : Math.max(this.nextAt, now - burstSeconds * 1000);
		this.nextAt = startsAt + (count * 1000) / rate;
		return { count, startsIn: startsAt - now, interval: 1000 / rate };
	}

	async refused(): Promise<void> {
		await this.respond();
		this.halvings++;
	}

	private async respond(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, this.latency));
		if (this.isGone) throw new Error('gone');
	}
}
