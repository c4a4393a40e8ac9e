import type { NodeExecutionHint } from 'n8n-workflow';

import { CancelledBeforeSending } from '../../graphApi/errors/cancelledError';
import { RequestError } from '../../graphApi/errors/requestError';
import type { SendingReport } from '../../graphApi/sendingRules';
import type { RunOutcomes } from './jobQueue';
import { rowsOf } from './rows';

export interface RunFacts extends Pick<SendingReport, 'retries' | 'throttled'> {
	/** Items that were sent, including those of earlier tries of the run. */
	sent: number;
	/** How many of them an earlier try sent. */
	earlier: number;
	/** Items that were certainly not sent. */
	failed: number;
	/** Items that may have been sent. */
	unknown: number;
	/** Items that were not sent because the execution was stopped. */
	cancelled: number;
	/** Seconds in which messages had to wait. */
	waited: number;
	/** Duration of the run in seconds. */
	seconds: number;
}

/** Counts the items of a run by outcome. */
export function countsOf({
	results,
	failures,
}: RunOutcomes<unknown>): Pick<RunFacts, 'sent' | 'failed' | 'unknown' | 'cancelled'> {
	const errors = [...failures.values()];
	const cancelled = errors.filter((error) => error instanceof CancelledBeforeSending).length;
	const unknown = errors.filter(isUnknown).length;
	const failed = errors.length - cancelled - unknown;
	return { sent: results.size, failed, unknown, cancelled };
}

function isUnknown(error: unknown): boolean {
	return error instanceof RequestError && error.facts.outcome === 'unknown';
}

/** The run summary for the output panel. Undefined for a single message without retries. */
export function runHint(facts: RunFacts): NodeExecutionHint | undefined {
	const { sent, failed, unknown, cancelled, retries } = facts;
	const bad = failed + unknown + cancelled;
	if (sent + bad < 2 && retries === 0) return undefined;
	return {
		message: runSummary(facts),
		type: bad > 0 ? 'warning' : 'info',
		location: 'outputPane',
	};
}

/** E.g. "998 sent, 2 failed · 13 retries, 12 rate-limited · 12.6 s (11.4 s waiting), 79/s". */
export function runSummary(facts: RunFacts): string {
	const { sent, earlier, failed, unknown, cancelled, retries, throttled, waited, seconds } = facts;
	const items = [
		earlier > 0 ? `${sent} sent (${earlier} in an earlier try)` : `${sent} sent`,
		`${failed} failed`,
		...(unknown > 0 ? [`${unknown} with unknown outcome`] : []),
		...(cancelled > 0 ? [`${cancelled} not sent because the execution was stopped`] : []),
	];
	const tries = [
		retries === 1 ? '1 retry' : `${retries} retries`,
		...(throttled > 0 ? [`${throttled} rate-limited`] : []),
	];
	const times = [
		`${seconds.toFixed(1)} s (${waited.toFixed(1)} s waiting)`,
		...(seconds >= 1 ? [`${Math.round((sent - earlier) / seconds)}/s`] : []),
	];
	return [items, tries, times].map((group) => group.join(', ')).join(' · ');
}

/**
 * What became of the rows, e.g. "Sent: rows 1–58, 60 (59 of 200). May have been sent: row 61. Check …".
 * @param total rows of the run.
 */
export function describeOutcomes(
	{ results, failures }: RunOutcomes<unknown>,
	total: number,
	sendsMessages: boolean,
): string {
	const done = sendsMessages ? 'sent' : 'processed';
	const sent = [...results.keys()];
	const unknown = [...failures].filter(([, error]) => isUnknown(error)).map(([index]) => index);
	const sentences = [
		sent.length === 0
			? `No row was ${done} for certain.`
			: `${sendsMessages ? 'Sent' : 'Processed'}: ${rowsOf(sent)} (${sent.length} of ${total}).`,
		...(unknown.length === 0
			? []
			: [
					`May have been ${done}: ${rowsOf(unknown)}. Check before you run ${unknown.length === 1 ? 'it' : 'them'} again.`,
				]),
	];
	return sentences.join(' ');
}
