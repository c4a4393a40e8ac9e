import { ApiError } from './errors/apiError';
import { KeyPause } from './keyPause';
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
 * Delays throughput-limited requests until a permit is free, and all while their key pauses.
 * @param host distinguishes numbers behind different hosts.
 * @param signal ends the wait of requests without a signal.
 * @param pause of the key with which requests are sent.
 * @param sharedRate undefined if no other process sends from the same numbers.
 */
export function rateLimitLayer(
	host: string,
	{ messagesPerSecond }: Pick<SendingRules, 'messagesPerSecond'>,
	report: SendingReport,
	signal: AbortSignal | undefined,
	sharedRate?: SharedRate,
	pause = new KeyPause(undefined, 0),
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
		const { countsFor, waitSignal } = request;
		const limiter =
			countsFor && messagesPerSecond > 0 ? limiterFor(countsFor.phoneNumberId) : undefined;
		const until = waitSignal ?? signal;
		const wait = async () => {
			// A permit from before or during a pause is too old: after it, the rate is kept again.
			do {
				await pause.end(until);
				await limiter?.acquire(until, waitSignal !== undefined);
			} while (pause.isOn);
		};
		if (limiter || pause.isOn) await report.waiting.during(wait);
		try {
			const response = await next(request);
			limiter?.accepted();
			return response;
		} catch (error) {
			pause.note(error);
			if (error instanceof ApiError && error.facts.code === rateLimitCode) limiter?.refused();
			throw error;
		}
	};
}

function limiterOf(key: string): RateLimiter {
	const limiter = limiters().get(key) ?? new RateLimiter();
	limiters().set(key, limiter);
	return limiter;
}
