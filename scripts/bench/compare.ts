import { median, printTable, rounded, type Result } from './results';

/** What was measured with the package of one checkout. */
export interface Side {
	name: string;
	results: Result[];
}

/** One figure of one contender, with the packages of two checkouts. */
export interface Comparison {
	n8n: string;
	case: string;
	contender: string;
	figure: string;
	/** By checkout; a checkout without the figure is missing. */
	medians: Record<string, number>;
	/** The first checkout's median divided by the second's, if both have one and the second is not 0. */
	ratio?: number;
	/** The checkout with the better median, if they differ and one is better. */
	better?: string;
}

const moreIsBetter = new Set(['per second', '% of the allowed rate']);
/** Figures that only say what happened: neither more nor less is better. For all others, less is better. */
const neutral = new Set(['executions']);

/** Two sides in turn, A B B A A B …, so that neither always runs on what the other has left behind. */
export function inTurn<Item>(sides: Item[], rounds: number): Item[] {
	return Array.from({ length: rounds }, (_entry, round) =>
		round % 2 === 0 ? sides : sides.toReversed(),
	).flat();
}

/** Compares each figure, over all rounds of both sides. */
export function compared(sides: Side[]): Comparison[] {
	const rows = new Map<string, Comparison & { values: Record<string, number[]> }>();
	for (const { name, results } of sides) {
		for (const { n8n, case: title, contender, median: derived, rounds } of results) {
			// What is derived from other results, as the growth is, has no rounds.
			for (const figures of rounds.length > 0 ? rounds : [derived]) {
				for (const [figure, value] of Object.entries(figures)) {
					const key = JSON.stringify([n8n, title, contender, figure]);
					const of = { n8n, case: title, contender, figure };
					const row = rows.get(key) ?? { ...of, medians: {}, values: {} };
					rows.set(key, row);
					(row.values[name] ??= []).push(value);
				}
			}
		}
	}
	return [...rows.values()].map(({ values, ...row }) => {
		const medians = Object.fromEntries(
			Object.entries(values).map(([name, all]) => [name, rounded(median(all))]),
		);
		const [first, second] = sides.map(({ name }) => ({ name, value: medians[name] }));
		if (first?.value === undefined || second?.value === undefined) return { ...row, medians };
		const higher = first.value > second.value ? first : second;
		const lower = higher === first ? second : first;
		const better = moreIsBetter.has(row.figure) ? higher : lower;
		return {
			...row,
			medians,
			...(second.value !== 0 && { ratio: rounded(first.value / second.value) }),
			...(first.value !== second.value && !neutral.has(row.figure) && { better: better.name }),
		};
	});
}

/** The rows of the table of one case, with a header. */
export function comparisonTable(names: string[], rows: Comparison[]): string[][] {
	return [
		['', 'figure', ...names, 'ratio', 'better'],
		...rows.map(({ contender, figure, medians, ratio, better }) => {
			const [only, ...others] = Object.keys(medians);
			return [
				contender,
				figure,
				...names.map((name) => String(medians[name] ?? '–')),
				ratio === undefined ? '–' : `×${ratio}`,
				others.length === 0 ? `only ${only}` : (better ?? '–'),
			];
		}),
	];
}

/** Prints a table for each case. */
export function printComparison(names: string[], comparison: Comparison[]): void {
	for (const title of new Set(comparison.map((row) => row.case))) {
		const rows = comparison.filter((row) => row.case === title);
		printTable(title, comparisonTable(names, rows));
	}
}
