import { setMaxListeners } from 'node:events';

/** Milliseconds in which a request that was under way when the execution was cancelled may still be answered. */
const grace = 5000;

/**
 * A signal that fires some seconds after the given one. A message that has left can't be called back: waiting
 * for its answer costs little and tells whether it was sent.
 */
export function afterGrace(signal: AbortSignal | undefined): AbortSignal | undefined {
	if (!signal) return undefined;
	const controller = new AbortController();
	// One listener per request under way is no leak.
	setMaxListeners(Infinity, controller.signal);
	const abortLater = () => setTimeout(() => controller.abort(), grace).unref();
	if (signal.aborted) abortLater();
	else signal.addEventListener('abort', abortLater, { once: true });
	return controller.signal;
}
