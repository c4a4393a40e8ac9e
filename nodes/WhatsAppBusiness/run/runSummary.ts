import type { NodeExecutionHint } from 'n8n-workflow';

import { CancelledBeforeSending } from '../../graphApi/errors/cancelledError';
import { RequestError } from '../../graphApi/errors/requestError';
import type { SendingReport } from '../../graphApi/sendingRules';
import type { RunOutcomes } from './jobQueue';

export interface RunFacts extends Pick<SendingReport, 'retries' | 'throttled'> {
	/** Items carried out, including those of earlier tries of the run. */
	sent: number;
	/** How many of them were carried out in an earlier try. */
	earlier: number;
	/** Items that were certainly not carried out. */
	failed: number;
	/** Items that may have been carried out. */
	unknown: number;
	/** Items that were not sent because the execution was stopped. */
	cancelled: number;
	/** Seconds in which messages were held back. */
	waited: number;
	/** Seconds the run took. */
	seconds: number;
}

/** How many items ended how. */
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

/** What happened in a run, for the output panel; nothing to say about a single message that went through. */
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

/** How a run stands, in words. */
export function runSummary(facts: RunFacts): string {
	const { sent, earlier, failed, unknown, cancelled, retries, throttled, waited, seconds } = facts;
	const parts = [
		`${sent} sent`,
		...(earlier > 0 ? [`${earlier} of them in an earlier try`] : []),
		`${failed} failed`,
		...(unknown > 0 ? [`${unknown} of unknown outcome`] : []),
		...(cancelled > 0 ? [`${cancelled} not sent because the execution was stopped`] : []),
		`${retries} tried again`,
		...(throttled > 0 ? [`${throttled} times too fast for WhatsApp`] : []),
		`${waited.toFixed(1)} s of waiting`,
		`${seconds.toFixed(1)} s in all`,
		...(seconds >= 1 ? [`${Math.round((sent - earlier) / seconds)} per second`] : []),
	];
	return parts.join(', ');
}

/** Which items failed, which were carried out, and of which that is not known; all others were not. */
export function describeOutcomes({ results, failures }: RunOutcomes<unknown>): string {
	const unknown = [...failures].filter(([, error]) => isUnknown(error));
	const refused = [...failures].filter(
		([, error]) => !isUnknown(error) && !(error instanceof CancelledBeforeSending),
	);
	const parts = [
		['Failed', refused.map(([index]) => index)],
		['Carried out', [...results.keys()]],
		['Outcome unknown', unknown.map(([index]) => index)],
	] as const;
	const named = parts.filter(([, indexes]) => indexes.length > 0);
	const sentences = named.map(
		([what, indexes]) =>
			`${what}: ${indexes.length === 1 ? 'item' : 'items'} ${indexRanges(indexes)}.`,
	);
	const nothingDone = results.size + unknown.length === 0;
	return [...sentences, nothingDone ? 'No item was carried out.' : 'All others were not.'].join(
		' ',
	);
}

/** What 'Retry' in n8n's list of executions would do: it runs the node with all its items, and with no memory. */
export function retryWarning(ended: RunOutcomes<unknown>): string {
	const { sent, unknown } = countsOf(ended);
	if (sent + unknown === 0) return '';
	return " 'Retry' in the list of executions would carry out all items again, these too.";
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
