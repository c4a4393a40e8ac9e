import type { NodeExecutionHint } from 'n8n-workflow';

import { CancelledBeforeSending } from '../../graphApi/errors/cancelledError';
import { RequestError } from '../../graphApi/errors/requestError';
import type { SendingReport } from '../../graphApi/sendingRules';
import type { RunOutcomes } from './jobQueue';

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

/** E.g. "Failed: item 0. Sent: items 1–5. Not sent: all others." */
export function describeOutcomes(
	{ results, failures }: RunOutcomes<unknown>,
	sendsMessages: boolean,
): string {
	const unknown = [...failures].filter(([, error]) => isUnknown(error));
	const refused = [...failures].filter(
		([, error]) => !isUnknown(error) && !(error instanceof CancelledBeforeSending),
	);
	const parts = [
		['Failed', refused.map(([index]) => index)],
		[sendsMessages ? 'Sent' : 'Completed', [...results.keys()]],
		['Outcome unknown', unknown.map(([index]) => index)],
	] as const;
	const named = parts.filter(([, indexes]) => indexes.length > 0);
	const sentences = named.map(
		([what, indexes]) =>
			`${what}: ${indexes.length === 1 ? 'item' : 'items'} ${indexRanges(indexes)}.`,
	);
	const nothingDone = results.size + unknown.length === 0;
	const others = nothingDone
		? `No item was ${sendsMessages ? 'sent' : 'completed'}.`
		: `Not ${sendsMessages ? 'sent' : 'completed'}: all others.`;
	return [...sentences, others].join(' ');
}

/** What 'Retry' in n8n's executions list would do: it runs the node with all its items and remembers nothing. */
export function retryWarning(outcomes: RunOutcomes<unknown>, sendsMessages: boolean): string {
	const { sent, unknown } = countsOf(outcomes);
	if (sent + unknown === 0) return '';
	return ` 'Retry' in the executions list would ${sendsMessages ? 'send' : 'run'} all items again.`;
}

/** Indexes in words, e.g. "0–57, 59"; n8n counts items from 0. */
function indexRanges(indexes: readonly number[]): string {
	const ranges: Array<[number, number]> = [];
	for (const index of [...indexes].sort((a, b) => a - b)) {
		const last = ranges.at(-1);
		if (last && last[1] === index - 1) last[1] = index;
		else ranges.push([index, index]);
	}
	return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
