/** A token bucket with `capacity` tokens that gains one every `everyMs`. */
class Bucket {
	private tokens: number;
	private filledAt: number;

	constructor(
		private readonly capacity: number,
		private readonly everyMs: number,
		now: number,
	) {
		this.tokens = capacity;
		this.filledAt = now;
	}

	take(now: number): boolean {
		this.tokens = Math.min(this.capacity, this.tokens + (now - this.filledAt) / this.everyMs);
		this.filledAt = now;
		if (this.tokens < 1) return false;
		this.tokens -= 1;
		return true;
	}
}

/** Token buckets by key, all of the same size. A call with another size resets them. */
export class SimulatedRateLimiter {
	private buckets = new Map<string, Bucket>();
	private size = '';

	/** Takes a token of this key. Returns false if none is left. */
	take(key: string, capacity: number, everyMs: number, now = performance.now()): boolean {
		const size = `${capacity}/${everyMs}`;
		if (size !== this.size) {
			this.buckets.clear();
			this.size = size;
		}
		let bucket = this.buckets.get(key);
		if (!bucket) {
			bucket = new Bucket(capacity, everyMs, now);
			this.buckets.set(key, bucket);
		}
		return bucket.take(now);
	}

	clear(): void {
		this.buckets.clear();
	}
}
