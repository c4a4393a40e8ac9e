/** Figures of one run of one contender, by table column. */
export type Figures = Record<string, number>;

/** All rounds of one contender in one case. */
export interface Result {
	n8n: string;
	case: string;
	contender: string;
	/** Median of each figure over the rounds. */
	median: Figures;
	/** Median of each figure divided by that of the first contender of the case. */
	ratio: Figures;
	rounds: Figures[];
}

/** The middle of the values, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const upper = sorted[Math.floor(middle)] ?? NaN;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** The value below which this share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}

export type Contenders = Record<string, () => Promise<Figures>>;

/**
 * Runs the contenders one after the other, round by round, and prints the case as a table when it is done.
 */
export async function alternate(
	n8n: string,
	name: string,
	rounds: number,
	contenders: Contenders,
): Promise<Result[]> {
	const figures = new Map<string, Figures[]>(Object.keys(contenders).map((key) => [key, []]));
	const entries = Object.entries(contenders);
	for (let round = 0; round < rounds; round++) {
		// The order rotates, so that work left over from one contender does not always hit the same next one.
		const first = round % entries.length;
		for (const [contender, run] of [...entries.slice(first), ...entries.slice(0, first)]) {
			figures.get(contender)?.push(await run());
		}
	}
	const medians = [...figures].map(([contender, all]) => ({
		contender,
		all,
		median: medianOf(all),
	}));
	const base = medians[0]?.median ?? {};
	const results = medians.map(({ contender, all, median: middle }) => ({
		n8n,
		case: name,
		contender,
		median: middle,
		ratio: Object.fromEntries(
			Object.entries(middle).flatMap(([key, value]) =>
				base[key] === undefined || base[key] === 0 ? [] : [[key, rounded(value / base[key])]],
			),
		),
		rounds: all,
	}));
	print(name, results);
	return results;
}

function medianOf(rounds: Figures[]): Figures {
	const names = new Set(rounds.flatMap((figures) => Object.keys(figures)));
	return Object.fromEntries(
		[...names].map((name) => [
			name,
			rounded(median(rounds.flatMap((figures) => figures[name] ?? []))),
		]),
	);
}

/** A figure as it is shown. */
export function rounded(value: number): number {
	return Number(value.toPrecision(4));
}

/** Prints a case as a table, a contender in each row. */
export function print(name: string, results: Result[]): void {
	const columns = [...new Set(results.flatMap(({ median: figures }) => Object.keys(figures)))];
	const rows = results.map(({ contender, median: figures, ratio }) => [
		contender,
		...columns.map((column) => {
			const value = figures[column];
			if (value === undefined) return '–';
			const factor = ratio[column];
			return factor === undefined || factor === 1 ? String(value) : `${value} (×${factor})`;
		}),
	]);
	printTable(name, [['', ...columns], ...rows]);
}

/** Prints rows of cells in aligned columns under a title. */
export function printTable(title: string, table: string[][]): void {
	const widths = table[0]?.map((_, index) =>
		Math.max(...table.map((row) => row[index]?.length ?? 0)),
	);
	console.log(`\n${title}`);
	for (const row of table) {
		console.log(
			row
				.map((cell, index) => cell.padEnd(widths?.[index] ?? 0))
				.join('  ')
				.trimEnd(),
		);
	}
}
