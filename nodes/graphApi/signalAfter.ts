/**
 * Makes a signal that aborts after some milliseconds or with the given signal, whichever is first.
 * @returns the signal, and a function that releases its timer and listener.
 */
export function signalAfter(
	milliseconds: number,
	signal?: AbortSignal,
): { signal: AbortSignal; clear(): void } {
	const controller = new AbortController();
	const abort = () => controller.abort();
	const timer = setTimeout(abort, milliseconds);
	if (signal?.aborted) abort();
	signal?.addEventListener('abort', abort, { once: true });
	return {
		signal: controller.signal,
		clear() {
			clearTimeout(timer);
			signal?.removeEventListener('abort', abort);
		},
	};
}
