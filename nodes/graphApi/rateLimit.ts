import { GraphError } from './errors';
import { RateLimiter } from './rateLimiter';
import type { SendingReport, SendingRules } from './sendingRules';
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
	report: SendingReport,
	signal: AbortSignal | undefined,
): Layer {
	// A run sets the rate of a number once: two runs at different rates don't take turns in setting it.
	const ofThisRun = new Map<string, RateLimiter>();
	const limiterFor = (phoneNumberId: string) => {
		const known = ofThisRun.get(phoneNumberId);
		if (known) return known;
		const limiter = limiterOf(`${host} ${phoneNumberId}`, messagesPerSecond);
		ofThisRun.set(phoneNumberId, limiter);
		return limiter;
	};
	return (next) => async (request) => {
		if (!request.countsFor || messagesPerSecond === 0) return await next(request);
		const limiter = limiterFor(request.countsFor.phoneNumberId);
		await report.waiting.during(() => limiter.turn(signal));
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
