/** Ranges that are named. A run that stops has few; rows that fail here and there have many. */
const mostRanges = 30;

/** The rows of items as people count them, e.g. "row 3" or "rows 1–58, 60". n8n counts items from 0. */
export function rowsOf(itemIndexes: readonly number[]): string {
	const ranges: Array<[number, number]> = [];
	for (const index of [...itemIndexes].sort((a, b) => a - b)) {
		const last = ranges.at(-1);
		if (last && last[1] === index - 1) last[1] = index;
		else ranges.push([index, index]);
	}
	const named = ranges
		.slice(0, mostRanges)
		.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`));
	const others = ranges.slice(mostRanges).reduce((sum, [from, to]) => sum + to - from + 1, 0);
	const more = others > 0 ? ` and ${others} more` : '';
	return `${itemIndexes.length === 1 ? 'row' : 'rows'} ${named.join(', ')}${more}`;
}
