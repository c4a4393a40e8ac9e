import { GraphError } from './errors';
import { RateLimiter } from './rateLimiter';
import type { SendingRules } from './sendingRules';
import type { Layer } from './types';

const rateLimitCode = 130429;

// Shared by all executions of the process: WhatsApp counts per number, not per workflow.
const limiters = new Map<string, RateLimiter>();

/**
 * Holds requests that count against a number's throughput back until their turn.
 * @param host tells apart numbers behind different hosts.
 */
export function rateLimitLayer(
	host: string,
	{ messagesPerSecond }: Pick<SendingRules, 'messagesPerSecond'>,
	signal: AbortSignal | undefined,
): Layer {
	return (next) => async (request) => {
		if (!request.countsFor || messagesPerSecond === 0) return await next(request);
		const limiter = limiterOf(`${host} ${request.countsFor.phoneNumberId}`, messagesPerSecond);
		await limiter.turn(signal);
		try {
			const response = await next(request);
			limiter.accepted();
			return response;
		} catch (error) {
			if (error instanceof GraphError && error.facts.code === rateLimitCode) limiter.refused();
			throw error;
		}
	};
}

function limiterOf(key: string, messagesPerSecond: number): RateLimiter {
	const known = limiters.get(key);
	if (known) {
		known.permit(messagesPerSecond);
		return known;
	}
	const limiter = new RateLimiter(messagesPerSecond);
	limiters.set(key, limiter);
	return limiter;
}
