import { ApiError } from './errors/apiError';
import { processState } from './processState';
import { wait } from './wait';

const tooManyRequests = 429;

/** When each key may be used again, by the clock of `performance.now()`. */
const freeAt = processState(() => new Map<string, number>());

/**
 * The pause of all requests with one key, after the host has said that there were too many and when to go on. Shared by
 * all executions of the process, so that no other request is refused in vain.
 */
export class KeyPause {
	/**
	 * @param key what the host counts requests by. Undefined: nothing pauses.
	 * @param longest milliseconds. A request does not wait for the end of a longer pause: it is refused at once.
	 */
	constructor(
		private readonly key: string | undefined,
		private readonly longest: number,
	) {}

	/** Whether a request has to wait. */
	get isOn(): boolean {
		return this.left > 0 && this.left <= this.longest;
	}

	/** Waits for its end. @throws CancelledBeforeSending when the signal aborts first. */
	async end(signal?: AbortSignal): Promise<void> {
		while (this.isOn) await wait(this.left, signal);
	}

	/** Begins with a refusal that says when to go on. */
	note(error: unknown): void {
		if (this.key === undefined || !(error instanceof ApiError)) return;
		const { httpStatus, code, retryAfter } = error.facts;
		if (httpStatus !== tooManyRequests || code !== undefined || retryAfter === undefined) return;
		const until = performance.now() + retryAfter * 1000;
		freeAt().set(this.key, Math.max(until, freeAt().get(this.key) ?? 0));
	}

	private get left(): number {
		if (this.key === undefined) return 0;
		return (freeAt().get(this.key) ?? 0) - performance.now();
	}
}
