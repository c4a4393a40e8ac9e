/**
 * Makes a signal that comes after some milliseconds or with the given one, whichever is first.
 * @returns the signal, and how to let go of it when it is no longer needed.
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
