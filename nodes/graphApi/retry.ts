import { throttling } from './errorTable/throttling';
import { CancelledBeforeSending } from './errors/cancelledError';
import { RequestError, withUnknownOutcome } from './errors/requestError';
import { signalAfter } from './signalAfter';
import type { SendingReport, SendingRules } from './sendingRules';
import { isStreamed } from './types';
import type { Layer } from './types';
import { wait } from './wait';

/** @param attempt gets a signal that comes when the time for another try is over; the first try has none. */
export type Retry = <Result>(
	attempt: (timeIsUp?: AbortSignal) => Promise<Result>,
) => Promise<Result>;

const pairLimitCode = 131056;
const tooManyRequests = 429;
const longestPause = 30_000;

/**
 * Tries again what was certainly not accepted and may succeed later; nothing else, unless the rules say so.
 * Requests that came too fast are tried until the time limit, others as often as the rules allow.
 * @throws RequestError of the last try; its outcome is unknown when that of any try was.
 */
export function retrying(
	rules: Pick<SendingRules, 'maxRetries' | 'timeLimit' | 'resendUnknown'>,
	report: SendingReport,
	signal: AbortSignal | undefined,
): Retry {
	return async (attempt) => {
		// The time limit runs from the first failure: waiting for one's turn is no failure.
		let deadline: number | undefined;
		let lastError: RequestError | undefined;
		let failures = 0;
		let pairRefusals = 0;
		let maySentBefore = false;
		const giveUp = (reason: RequestError) => (maySentBefore ? withUnknownOutcome(reason) : reason);
		for (let tries = 0; ; tries++) {
			const limit = deadline === undefined ? undefined : signalAfter(deadline - now(), signal);
			try {
				return await attempt(limit?.signal);
			} catch (error) {
				if (!(error instanceof RequestError)) throw error;
				// It did not come to another try: what the last one ended with says more.
				if (error instanceof CancelledBeforeSending) {
					if (tries > 0) report.retries--;
					throw giveUp(lastError ?? error);
				}
				if (!mayRepeat(error, rules)) throw giveUp(error);
				lastError = error;
				maySentBefore ||= error.facts.outcome === 'unknown';
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

// Unlike the clock on the wall it is never set.
const now = () => performance.now();

/** Retries requests as they pass. A streamed body is gone after the first try, so who opens it retries. */
export function retryLayer(retry: Retry): Layer {
	return (next) => (request) => {
		if (isStreamed(request)) return next(request);
		return retry((timeIsUp) => next(timeIsUp ? { ...request, waitSignal: timeIsUp } : request));
	};
}

function mayRepeat(
	{ facts }: RequestError,
	{ resendUnknown }: Pick<SendingRules, 'resendUnknown'>,
) {
	return facts.retryable || (facts.outcome === 'unknown' && resendUnknown);
}

function isThrottled({ facts }: RequestError): boolean {
	if (facts.code === undefined) return facts.httpStatus === tooManyRequests;
	return throttling[facts.code]?.retryable === true;
}

/**
 * Milliseconds to wait: 4^n seconds for the pair limit, otherwise twice as long each time, spread so that many
 * workers don't come back at once; longer where Meta asks for it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput#pair-rate-limits
 * @param earlier failures before this one: of the pair limit for it, of any kind otherwise.
 */
function pauseBefore({ facts }: RequestError, earlier: number): number {
	const own =
		facts.code === pairLimitCode
			? 4 ** earlier * 1000
			: Math.min(longestPause, 250 * 2 ** earlier) * (0.5 + Math.random());
	return facts.retryAfter === undefined ? own : Math.max(own, facts.retryAfter * 1000);
}
