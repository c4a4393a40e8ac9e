import { CancelledBeforeSending } from './errors/cancelledError';
import type { RequestError } from './errors/requestError';
import type { AbortRequest } from './pool';

/** Milliseconds that a request that must not be retried gets for its response after the execution was cancelled. */
const grace = 5000;

/**
 * The requests of a run that are under way. When the execution is cancelled, no other request may start. Requests
 * that have not started or are idempotent are aborted at once. All others are aborted a few seconds later: a message
 * that has left can't be called back, and only the response says whether it was sent.
 */
export class UnderWay {
	private readonly notStarted = new Set<AbortRequest>();
	private readonly idempotent = new Set<AbortRequest>();
	private readonly unrepeatable = new Set<AbortRequest>();

	// One listener for all requests: adding one gets slower with every listener a signal has.
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
	 * Registers a request that waits for its connection, which undici can't abort.
	 * @param giveUp called when the execution is cancelled during the wait.
	 * @returns a function that must be called at the end of the wait.
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
