import type { NodeExecutionHint } from 'n8n-workflow';

import type { SendingReport } from '../graphApi/sendingRules';

export interface RunFacts extends SendingReport {
	sent: number;
	failed: number;
	/** Seconds the run took. */
	seconds: number;
}

/** What happened in a run, for the output panel; nothing to say about a single message that went through. */
export function runHint(facts: RunFacts): NodeExecutionHint | undefined {
	const { sent, failed, retries, throttled, seconds } = facts;
	if (sent + failed < 2 && retries === 0) return undefined;
	const parts = [
		`${sent} sent`,
		`${failed} failed`,
		`${retries} tried again`,
		...(throttled > 0 ? [`${throttled} times too fast for WhatsApp`] : []),
		`${seconds.toFixed(1)} s`,
		...(seconds >= 1 ? [`${Math.round(sent / seconds)} per second`] : []),
	];
	return {
		message: parts.join(', '),
		type: failed > 0 ? 'warning' : 'info',
		location: 'outputPane',
	};
}

/** Indexes in words, e.g. "0–57, 59". */
export function indexRanges(indexes: readonly number[]): string {
	const ranges: Array<[number, number]> = [];
	for (const index of [...indexes].sort((a, b) => a - b)) {
		const last = ranges.at(-1);
		if (last && last[1] === index - 1) last[1] = index;
		else ranges.push([index, index]);
	}
	return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
