import { GraphError, withUnknownOutcome } from './errors';
import type { SendingReport, SendingRules } from './sendingRules';
import { isStreamed } from './types';
import type { Layer } from './types';
import { wait } from './wait';

export type Retry = <Result>(attempt: () => Promise<Result>) => Promise<Result>;

/** WhatsApp's codes for requests that came too fast: the app, the account, the number, the pair. */
const throttlingCodes = [4, 80007, 130429, 131056];
const pairLimitCode = 131056;
const tooManyRequests = 429;
const longestPause = 30_000;

/**
 * Tries again what was certainly not accepted and may succeed later; nothing else, unless the rules say so.
 * Requests that came too fast are tried until the time limit, others as often as the rules allow.
 * @throws GraphError of the last try; its outcome is unknown when that of any try was.
 */
export function retrying(
	rules: Pick<SendingRules, 'maxRetries' | 'timeLimit' | 'resendUnknown'>,
	report: SendingReport,
	signal: AbortSignal | undefined,
): Retry {
	return async (attempt) => {
		// The time limit runs from the first failure: waiting for one's turn is no failure.
		let deadline: number | undefined;
		let failures = 0;
		let maySentBefore = false;
		for (let tries = 0; ; tries++) {
			try {
				return await attempt();
			} catch (error) {
				if (!(error instanceof GraphError)) throw error;
				const giveUp = (reason: GraphError) =>
					maySentBefore ? withUnknownOutcome(reason) : reason;
				if (!mayRepeat(error, rules)) throw giveUp(error);
				maySentBefore ||= error.facts.outcome === 'unknown';
				const tooFast = isThrottled(error);
				if (tooFast) report.throttled++;
				else if (++failures > rules.maxRetries) throw giveUp(error);
				deadline ??= Date.now() + rules.timeLimit;
				const pause = pauseBefore(error, tries);
				if (Date.now() + pause > deadline || signal?.aborted) throw giveUp(error);
				await report.waiting
					.during(() => wait(pause, signal))
					.catch(() => {
						// Cancelled: what the last try ended with says more.
						throw giveUp(error);
					});
				report.retries++;
			}
		}
	};
}

/** Retries requests as they pass. A streamed body is gone after the first try, so who opens it retries. */
export function retryLayer(retry: Retry): Layer {
	return (next) => (request) => (isStreamed(request) ? next(request) : retry(() => next(request)));
}

function mayRepeat({ facts }: GraphError, { resendUnknown }: Pick<SendingRules, 'resendUnknown'>) {
	return facts.retryable || (facts.outcome === 'unknown' && resendUnknown);
}

function isThrottled({ facts }: GraphError): boolean {
	if (facts.code === undefined) return facts.httpStatus === tooManyRequests;
	return throttlingCodes.includes(facts.code);
}

/**
 * Milliseconds to wait: what Meta asks for; 4^n seconds for the pair limit; otherwise twice as long each time,
 * spread so that many workers don't come back at once.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput#pair-rate-limits
 */
function pauseBefore({ facts }: GraphError, tries: number): number {
	if (facts.retryAfter !== undefined) return facts.retryAfter * 1000;
	if (facts.code === pairLimitCode) return 4 ** tries * 1000;
	return Math.min(longestPause, 250 * 2 ** tries) * (0.5 + Math.random());
}
