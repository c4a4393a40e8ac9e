import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { CancelledBeforeSending } from '../../graphApi/errors/cancelledError';
import { RequestError } from '../../graphApi/errors/requestError';
import type { SendingReport } from '../../graphApi/sendingRules';
import { shownNumber } from '../../shared/account/displayNumbers';
import type { RunOutcomes } from './jobQueue';
import { rowsOf } from './rows';

export interface RunFacts extends Pick<SendingReport, 'retries' | 'throttled'> {
	/** Items that were sent, including those of earlier tries of the run. */
	sent: number;
	/** The IDs of the numbers they were sent from, each with how many. Empty if all were sent from the credential's. */
	senders: ReadonlyMap<string, number>;
	/** How many of them an earlier try sent. */
	earlier: number;
	/** Items that were not sent again, because a message with the same Send Once Key had been sent. */
	alreadySent: number;
	/** How many of them were sent as a template instead, because the customer service window was closed. */
	asTemplate: number;
	/** Items that were not sent, because their recipients have opted out. */
	skipped: number;
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

/**
 * The items whose output says so under the key.
 * @param among items that may have the key. Other outputs may have taken it over from the input.
 */
export function itemsWith(
	key: string,
	{ results }: Pick<RunOutcomes<INodeExecutionData[]>, 'results'>,
	among: ReadonlySet<number>,
): Set<number> {
	return new Set([...among].filter((index) => results.get(index)?.[0]?.json[key] === true));
}

/** Items with an output that were not sent in this run, for either reason. */
export interface Unsent {
	/** A message with the same Send Once Key had been sent. */
	alreadySent: ReadonlySet<number>;
	/** See `skippedItems`. */
	skipped: ReadonlySet<number>;
}

const noneUnsent: Unsent = { alreadySent: new Set(), skipped: new Set() };

/** Counts the items of a run by outcome. */
export function countsOf(
	{ results, failures }: Omit<RunOutcomes<unknown>, 'running'>,
	{ alreadySent, skipped } = noneUnsent,
): Pick<RunFacts, 'sent' | 'alreadySent' | 'skipped' | 'failed' | 'unknown' | 'cancelled'> {
	const errors = [...failures.values()];
	const cancelled = errors.filter((error) => error instanceof CancelledBeforeSending).length;
	const unknown = errors.filter(isUnknown).length;
	const failed = errors.length - cancelled - unknown;
	const sent = results.size - alreadySent.size - skipped.size;
	const unsent = { alreadySent: alreadySent.size, skipped: skipped.size };
	return { sent, ...unsent, failed, unknown, cancelled };
}

function isUnknown(error: unknown): boolean {
	return error instanceof RequestError && error.facts.outcome === 'unknown';
}

/** The run summary for the output panel. Undefined for a single message that went out as usual. */
export function runHint(facts: RunFacts): NodeExecutionHint | undefined {
	const { sent, alreadySent, skipped, senders, asTemplate } = facts;
	const { failed, unknown, cancelled, retries } = facts;
	const bad = failed + unknown + cancelled;
	const rare = alreadySent + skipped + asTemplate + retries;
	if (sent + bad < 2 && rare === 0 && senders.size === 0) return undefined;
	return {
		message: runSummary(facts),
		type: bad > 0 ? 'warning' : 'info',
		location: 'outputPane',
	};
}

/** E.g. "998 sent, 2 failed · 13 retries, 12 rate-limited · 12.6 s (11.4 s waiting), 79/s". */
export function runSummary(facts: RunFacts): string {
	const { sent, senders, earlier, asTemplate, alreadySent, skipped } = facts;
	const { failed, unknown, cancelled } = facts;
	const { retries, throttled, waited, seconds } = facts;
	const allSent = `${sent} sent${senders.size > 0 ? ` from ${describeSenders(senders)}` : ''}`;
	const details = [
		...(earlier > 0 ? [`${earlier} in an earlier try`] : []),
		...(asTemplate > 0 ? [`${asTemplate} as a template instead`] : []),
	];
	const items = [
		details.length > 0 ? `${allSent} (${details.join(', ')})` : allSent,
		...(alreadySent > 0 ? [`${alreadySent} already sent earlier`] : []),
		...(skipped > 0 ? [`${skipped} skipped (opted out)`] : []),
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

/** Numbers that a summary lists. */
const mostSenders = 5;

/** E.g. "+1 555-078-3882 (2), +1 555-078-3881 (1)". */
function describeSenders(senders: RunFacts['senders']): string {
	const [[only] = []] = senders;
	if (only !== undefined && senders.size === 1) return shownNumber(only);
	if (senders.size > mostSenders) return `${senders.size} numbers`;
	const mostFirst = [...senders].sort(([, a], [, b]) => b - a);
	return mostFirst.map(([id, count]) => `${shownNumber(id)} (${count})`).join(', ');
}

/**
 * Counts what was sent by the number it was sent from.
 * @param senderOf the number of an item.
 * @returns nothing if all was sent from the credential's number.
 */
export function countSenders(
	{ results }: RunOutcomes<unknown>,
	senderOf: ReadonlyMap<number, string>,
	usual: string,
	{ alreadySent, skipped } = noneUnsent,
): RunFacts['senders'] {
	const counts = new Map<string, number>();
	for (const index of results.keys()) {
		if (alreadySent.has(index) || skipped.has(index)) continue;
		const sender = senderOf.get(index);
		if (sender !== undefined) counts.set(sender, (counts.get(sender) ?? 0) + 1);
	}
	return counts.size === 1 && counts.has(usual) ? new Map() : counts;
}

/**
 * What became of the rows, e.g. "Sent: rows 1–58, 60 (59 of 200). May have been sent: row 61. Check …".
 * @param total rows of the run.
 */
export function describeOutcomes(
	{ results, failures, running }: RunOutcomes<unknown>,
	total: number,
	sendsMessages: boolean,
	skipped: ReadonlySet<number> = new Set(),
): string {
	const done = sendsMessages ? 'sent' : 'processed';
	const sent = [...results.keys()].filter((index) => !skipped.has(index));
	const failed = [...failures].filter(([, error]) => isUnknown(error));
	const unknown = [...failed.map(([index]) => index), ...running];
	const sentences = [
		sent.length === 0
			? `No row was ${done} for certain.`
			: `${sendsMessages ? 'Sent' : 'Processed'}: ${rowsOf(sent)} (${sent.length} of ${total}).`,
		...(skipped.size === 0 ? [] : [`Skipped (opted out): ${rowsOf([...skipped])}.`]),
		...(unknown.length === 0
			? []
			: [
					`May have been ${done}: ${rowsOf(unknown)}. Check before you run ${unknown.length === 1 ? 'it' : 'them'} again.`,
				]),
	];
	return sentences.join(' ');
}
