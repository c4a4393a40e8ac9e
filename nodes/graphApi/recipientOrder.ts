import type { Layer } from './types';

/**
 * Sends the messages of a run to one recipient one after the other, in their order: a chat reads wrong
 * otherwise. While one recipient has to wait, the messages to others go on.
 */
export function recipientOrderLayer(): Layer {
	const last = new Map<string, Promise<unknown>>();
	return (next) => async (request) => {
		if (!request.countsFor?.recipient) return await next(request);
		const { phoneNumberId, recipient } = request.countsFor;
		const key = `${phoneNumberId} ${recipient}`;
		const before = last.get(key) ?? Promise.resolve();
		const own = before.then(() => next(request));
		// Whether the one before arrived does not matter to the next.
		const ended = own.catch(() => undefined);
		last.set(key, ended);
		try {
			return await own;
		} finally {
			if (last.get(key) === ended) last.delete(key);
		}
	};
}
