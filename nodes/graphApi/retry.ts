import { throttling } from './errorTable/throttling';
import { CancelledBeforeSending } from './errors/cancelledError';
import { FileError } from './errors/fileError';
import { RequestError, withUnknownOutcome } from './errors/requestError';
import { signalAfter } from './signalAfter';
import type { SendingReport, SendingRules } from './sendingRules';
import { isStreamed } from './types';
import type { Layer } from './types';
import { wait } from './wait';

/** @param attempt gets a signal that aborts when the time for retries is over; the first try has none. */
export type Retry = <Result>(
	attempt: (timeIsUp?: AbortSignal) => Promise<Result>,
) => Promise<Result>;

const pairLimitCode = 131056;
const tooManyRequests = 429;
const longestPause = 30_000;

/**
 * Retries what was certainly not accepted and may succeed later; nothing else, unless the rules say so.
 * Throttled requests are retried until the time limit, others as often as the rules allow.
 * @throws RequestError of the last try, with an unknown outcome if any try had one.
 */
export function retrying(
	rules: Pick<SendingRules, 'maxRetries' | 'timeLimit' | 'resendUnknown'>,
	report: SendingReport,
	signal: AbortSignal | undefined,
): Retry {
	return async (attempt) => {
		// The time limit starts at the first failure: waiting for a permit is not a failure.
		let deadline: number | undefined;
		let lastError: RequestError | undefined;
		let failures = 0;
		let pairRefusals = 0;
		let mayHaveBeenSent = false;
		const giveUp = (reason: RequestError) =>
			mayHaveBeenSent ? withUnknownOutcome(reason) : reason;
		for (let tries = 0; ; tries++) {
			const limit = deadline === undefined ? undefined : signalAfter(deadline - now(), signal);
			try {
				return await attempt(limit?.signal);
			} catch (error) {
				if (!(error instanceof RequestError)) throw error;
				// The retry never started, so report the previous failure.
				if (error instanceof CancelledBeforeSending) {
					if (tries > 0) report.retries--;
					throw giveUp(lastError ?? error);
				}
				if (!mayRetry(error, rules)) throw giveUp(error);
				lastError = error;
				mayHaveBeenSent ||= error.facts.outcome === 'unknown';
				if (isThrottled(error)) report.throttled++;
				else if (++failures > rules.maxRetries) throw giveUp(error);
				const isPairLimit = error.facts.code === pairLimitCode;
				const pause = pauseBefore(error, isPairLimit ? pairRefusals++ : tries);
				deadline ??= now() + rules.timeLimit;
				if (now() + pause > deadline) throw giveUp(error);
				await report.waiting
					.during(() => wait(pause, signal))
					.catch(() => {
						throw giveUp(error);
					});
				report.retries++;
			} finally {
				limit?.clear();
			}
		}
	};
}

// Monotonic, unlike Date.now().
const now = () => performance.now();

/** Retries requests. A streamed body is gone after the first try, so the caller that opens it must retry. */
export function retryLayer(retry: Retry): Layer {
	return (next) => (request) => {
		if (isStreamed(request)) return next(request);
		return retry((timeIsUp) => next(timeIsUp ? { ...request, waitSignal: timeIsUp } : request));
	};
}

function mayRetry({ facts }: RequestError, { resendUnknown }: Pick<SendingRules, 'resendUnknown'>) {
	return facts.retryable || (facts.outcome === 'unknown' && resendUnknown);
}

// Only Meta throttles: a file host that wants fewer requests is like any other failure.
function isThrottled(error: RequestError): boolean {
	const { facts } = error;
	if (error instanceof FileError) return false;
	if (facts.code === undefined) return facts.httpStatus === tooManyRequests;
	return throttling[facts.code]?.retryable === true;
}

/**
 * Milliseconds to wait: 4^n seconds for the pair limit, otherwise twice as long each time, with jitter so that
 * many workers don't retry at once; longer where Meta asks for it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput#pair-rate-limits
 * @param earlier number of earlier failures: of the pair limit if this is one, otherwise of any kind.
 */
function pauseBefore({ facts }: RequestError, earlier: number): number {
	const pause =
		facts.code === pairLimitCode
			? 4 ** earlier * 1000
			: Math.min(longestPause, 250 * 2 ** earlier) * (0.5 + Math.random());
	return facts.retryAfter === undefined ? pause : Math.max(pause, facts.retryAfter * 1000);
}
