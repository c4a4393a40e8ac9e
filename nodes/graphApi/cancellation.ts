import { CancelledBeforeSending } from './errors/cancelledError';
import type { RequestError } from './errors/requestError';
import type { AbortRequest } from './pool';

/** Milliseconds in which what can't be repeated may still be answered after the execution was cancelled. */
const grace = 5000;

/**
 * The requests of a run that are under way. When the execution is cancelled, no further one may start. What has
 * not started or can be repeated is broken off at once; anything else a few seconds later, because a message that
 * has left can't be called back and only its answer tells whether it was sent.
 */
export class UnderWay {
	private readonly notStarted = new Set<AbortRequest>();
	private readonly idempotent = new Set<AbortRequest>();
	private readonly unrepeatable = new Set<AbortRequest>();

	// One listener for all requests: adding one to a signal takes longer the more it has.
	constructor(private readonly signal: AbortSignal | undefined) {
		signal?.addEventListener(
			'abort',
			() => {
				abortAll(this.notStarted);
				abortAll(this.idempotent);
				setTimeout(() => abortAll(this.unrepeatable), grace).unref();
			},
			{ once: true },
		);
	}

	/** @throws RequestError when the execution has been cancelled. */
	checkMayStart(): void {
		if (this.signal?.aborted) throw new CancelledBeforeSending();
	}

	/**
	 * Begins the wait of a request for its connection, which undici itself can't break off.
	 * @param giveUp called when the execution is cancelled before the wait has ended.
	 * @returns ends the wait; it must be called.
	 */
	connecting(giveUp: (reason: RequestError) => void): () => void {
		const onCancel = () => giveUp(new CancelledBeforeSending());
		this.notStarted.add(onCancel);
		return () => void this.notStarted.delete(onCancel);
	}

	add(abort: AbortRequest, idempotent: boolean): void {
		(idempotent ? this.idempotent : this.unrepeatable).add(abort);
	}

	delete(abort: AbortRequest): void {
		this.idempotent.delete(abort);
		this.unrepeatable.delete(abort);
	}
}

function abortAll(requests: Set<AbortRequest>): void {
	for (const abort of requests) abort();
}
