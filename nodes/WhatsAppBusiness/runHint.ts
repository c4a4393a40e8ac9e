import type { NodeExecutionHint } from 'n8n-workflow';

import { GraphError } from '../graphApi/errors';
import type { SendingReport } from '../graphApi/sendingRules';
import type { Ended } from './inOrder';

export interface RunFacts extends Pick<SendingReport, 'retries' | 'throttled'> {
	sent: number;
	failed: number;
	/** Seconds in which messages were held back. */
	waited: number;
	/** Seconds the run took. */
	seconds: number;
}

/** What happened in a run, for the output panel; nothing to say about a single message that went through. */
export function runHint(facts: RunFacts): NodeExecutionHint | undefined {
	if (facts.sent + facts.failed < 2 && facts.retries === 0) return undefined;
	return {
		message: runSummary(facts),
		type: facts.failed > 0 ? 'warning' : 'info',
		location: 'outputPane',
	};
}

/** How a run stands, in words. */
export function runSummary(facts: RunFacts): string {
	const { sent, failed, retries, throttled, waited, seconds } = facts;
	const parts = [
		`${sent} sent`,
		`${failed} failed`,
		`${retries} tried again`,
		...(throttled > 0 ? [`${throttled} times too fast for WhatsApp`] : []),
		`${waited.toFixed(1)} s of waiting`,
		`${seconds.toFixed(1)} s in all`,
		...(seconds >= 1 ? [`${Math.round(sent / seconds)} per second`] : []),
	];
	return parts.join(', ');
}

/** Which items were carried out and of which that is not known; all others were not. */
export function endedInWords({ results, failures }: Ended<unknown>): string {
	const unknown = [...failures].filter(
		([, error]) => error instanceof GraphError && error.facts.outcome === 'unknown',
	);
	const parts = [
		['Carried out', [...results.keys()]],
		['Outcome unknown', unknown.map(([index]) => index)],
	] as const;
	const named = parts.filter(([, indexes]) => indexes.length > 0);
	if (named.length === 0) return 'No item was carried out.';
	return [
		...named.map(([what, indexes]) => `${what}: items ${indexRanges(indexes)}.`),
		'All others were not.',
	].join(' ');
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
