import type { INode } from 'n8n-workflow';

import { plainText } from '../../graphApi/plainText';
import { shortened } from '../../graphApi/textLimits';
import { InputError } from '../../shared/inputError';
import { nodeError, withLines } from '../../shared/nodeErrors';
import type { NodeError } from '../../shared/nodeErrors';
import { rowsOf } from './rows';

/** An item with an invalid value. */
export interface InvalidRow {
	itemIndex: number;
	error: InputError;
}

/** Rows that the message names one by one. */
const mostNamed = 10;

/** Characters of a value. A phone number has at most 15 digits. */
const longestValue = 40;

/** How to go on in spite of a bad row. */
export const continueAdvice =
	"To let the other rows go on in such a case, set Settings → On Error to 'Continue (using error output)'.";

/** What to say before anything was carried out. @param done "sent" or "processed" */
export function nothingDone(done: string): string {
	return `Nothing was ${done}, so it is safe to run again.`;
}

/**
 * The error for all invalid rows of a run, which is thrown before anything is sent. It shows values of recipients only.
 * @param total rows of the run.
 * @param done what happens to a row: "sent" or "processed".
 */
export function invalidRowsError(
	rows: readonly [InvalidRow, ...InvalidRow[]],
	{ node, total, done }: { node: INode; total: number; done: string },
): NodeError {
	const [{ error, itemIndex }] = rows;
	const nothing = nothingDone(done);
	const reasons = reasonsOf(rows);
	if (reasons.length === 1 && rows.length === total && error.value === undefined) {
		// What is the same in all rows is no problem of a row.
		return withLines(nodeError(error, node), [nothing]);
	}
	const [todo = '', ...more] = rows.length === 1 ? [error.todo] : reasons;
	const summary = new InputError(error.field, '', todo, error.page);
	const value = error.value === undefined ? '' : ` (${quoted(error.value)})`;
	summary.message =
		rows.length === 1
			? `Row ${itemIndex + 1} of ${total} cannot be ${done}: ${error.message}${value}`
			: `${rows.length} of ${total} rows cannot be ${done}: ${problemOf(rows, reasons.length)}`;
	return withLines(nodeError(summary, node), [...more, nothing, continueAdvice]);
}

/** What the rows have in common, or each of the first with its own problem. */
function problemOf(rows: readonly [InvalidRow, ...InvalidRow[]], reasonCount: number): string {
	const same = reasonCount === 1 && rows.every(({ error }) => error.value === undefined);
	return same ? rows[0].error.message : named(rows);
}

function named(rows: readonly InvalidRow[]): string {
	const shown = rows.slice(0, mostNamed).map(({ itemIndex, error }) => {
		const problem = error.value === undefined ? `(${error.message})` : quoted(error.value);
		return `row ${itemIndex + 1} ${problem}`;
	});
	const more = rows.length > mostNamed ? ` and ${rows.length - mostNamed} more` : '';
	return shown.join(', ') + more;
}

/** What is wrong, for which rows, and what to do about it. */
function reasonsOf(rows: readonly InvalidRow[]): string[] {
	const reasons = new Map<string, { error: InputError; indexes: number[] }>();
	for (const { itemIndex, error } of rows) {
		const reason = reasons.get(error.message) ?? { error, indexes: [] };
		reason.indexes.push(itemIndex);
		reasons.set(error.message, reason);
	}
	const shown = [...reasons.values()]
		.slice(0, mostNamed)
		.map(({ error, indexes }) => `${error.message} (${rowsOf(indexes)}). ${error.todo}`);
	const others = [...reasons.values()].slice(mostNamed).flatMap(({ indexes }) => indexes);
	return others.length === 0 ? shown : [...shown, `Other problems: ${rowsOf(others)}.`];
}

function quoted(value: string): string {
	return `"${shortened(plainText(value), longestValue)}"`;
}
