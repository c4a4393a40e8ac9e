import type { Layer } from './types';

/** Lets at most so many requests be under way at once; the others wait in their order. */
export function concurrencyLayer(limit: number): Layer {
	let free = limit;
	const waiting: Array<() => void> = [];
	return (next) => async (request) => {
		if (free > 0) free--;
		else await new Promise<void>((resolve) => waiting.push(resolve));
		try {
			return await next(request);
		} finally {
			const first = waiting.shift();
			if (first) first();
			else free++;
		}
	};
}
