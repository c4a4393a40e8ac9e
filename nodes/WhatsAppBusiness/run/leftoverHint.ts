import type { NodeExecutionHint } from 'n8n-workflow';

/** Problems that are named. A field has the same one in many rows. */
const mostNamed = 5;

/**
 * The warning about texts with what wrong expressions left in them, which were sent as they are.
 * @param leftovers the problems of each item, by its index.
 * @param total items of the run.
 */
export function leftoverHint(
	leftovers: ReadonlyMap<number, ReadonlySet<string>>,
	total: number,
): NodeExecutionHint | undefined {
	const rowsOf = new Map<string, number[]>();
	for (const [itemIndex, problems] of leftovers) {
		for (const problem of problems) {
			rowsOf.set(problem, [...(rowsOf.get(problem) ?? []), itemIndex + 1]);
		}
	}
	if (rowsOf.size === 0) return undefined;
	const named = [...rowsOf].slice(0, mostNamed).map(([problem, rows]) => {
		const others = rows.length > 1 ? ` and ${rows.length - 1} more` : '';
		return `${problem}${total > 1 ? ` in row ${Math.min(...rows)}${others}` : ''}.`;
	});
	const message = `${named.join(' ')} Check the ${named.length > 1 ? 'expressions' : 'expression'}.`;
	return { message, type: 'warning', location: 'outputPane' };
}
