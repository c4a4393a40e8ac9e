import { CancelledBeforeSending } from './errors/cancelledError';

/**
 * Waits for some milliseconds. Not with node:timers/promises, whose clock the tests could not stop.
 * @throws CancelledBeforeSending when the execution is cancelled meanwhile.
 */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const onAbort = () => {
			clearTimeout(timer);
			reject(new CancelledBeforeSending());
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener('abort', onAbort);
			resolve();
		}, milliseconds);
		if (signal?.aborted) onAbort();
		else signal?.addEventListener('abort', onAbort, { once: true });
	});
}
