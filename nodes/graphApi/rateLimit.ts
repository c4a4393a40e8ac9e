import { ApiError } from './errors/apiError';
import { processState } from './processState';
import { RateLimiter } from './rateLimiter';
import type { RunLimiter } from './rateLimiter';
import type { SharedRate } from './sharedBucket';
import type { SendingReport, SendingRules } from './sendingRules';
import type { Layer } from './types';

const rateLimitCode = 130429;

// Shared by all executions of the process: WhatsApp counts per number, not per workflow.
const limiters = processState(() => new Map<string, RateLimiter>());

/**
 * Delays throughput-limited requests until a permit is free.
 * @param host distinguishes numbers behind different hosts.
 * @param signal ends the wait of requests without a signal.
 * @param sharedRate undefined if no other process sends from the same numbers.
 */
export function rateLimitLayer(
	host: string,
	{ messagesPerSecond }: Pick<SendingRules, 'messagesPerSecond'>,
	report: SendingReport,
	signal: AbortSignal | undefined,
	sharedRate?: SharedRate,
): Layer {
	const ofThisRun = new Map<string, RunLimiter>();
	const limiterFor = (phoneNumberId: string) => {
		const known = ofThisRun.get(phoneNumberId);
		if (known) return known;
		const number = `${host} ${phoneNumberId}`;
		const limiter = limiterOf(number).forRun(messagesPerSecond, sharedRate?.(number));
		ofThisRun.set(phoneNumberId, limiter);
		return limiter;
	};
	return (next) => async (request) => {
		if (!request.countsFor || messagesPerSecond === 0) return await next(request);
		const limiter = limiterFor(request.countsFor.phoneNumberId);
		const { waitSignal } = request;
		await report.waiting.during(() =>
			limiter.acquire(waitSignal ?? signal, waitSignal !== undefined),
		);
		try {
			const response = await next(request);
			limiter.accepted();
			return response;
		} catch (error) {
			if (error instanceof ApiError && error.facts.code === rateLimitCode) limiter.refused();
			throw error;
		}
	};
}

function limiterOf(key: string): RateLimiter {
	const limiter = limiters().get(key) ?? new RateLimiter();
	limiters().set(key, limiter);
	return limiter;
}
