import { CancelledBeforeSending } from './errors/cancelledError';
import type { Layer } from './types';

/**
 * Limits how many requests are under way at once; the others wait in order.
 * @param signal rejects everything still queued.
 */
export function concurrencyLayer(limit: number, signal?: AbortSignal): Layer {
	let free = limit;
	const waiting: Array<() => void> = [];
	return (next) => async (request) => {
		if (free > 0) free--;
		else await new Promise<void>((resolve) => waiting.push(resolve));
		try {
			if (signal?.aborted) throw new CancelledBeforeSending();
			return await next(request);
		} finally {
			const first = waiting.shift();
			if (first) first();
			else free++;
		}
	};
}
