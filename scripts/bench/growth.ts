import { print, rounded, type Result } from './results';

/** The figures for one number of items. */
export interface Sized {
	count: number;
	results: Result[];
}

/**
 * Prints how the time per item grows from the first number of items to the last, for each contender. 1 means
 * that ten times the items take ten times as long. It runs nothing.
 */
export function growth(name: string, sizes: Sized[]): Result[] {
	const [few, many] = [sizes[0], sizes.at(-1)];
	if (!few || !many || few === many) return [];
	const results = few.results.flatMap(({ n8n, contender, median }) => {
		const larger = many.results.find((result) => result.contender === contender);
		if (!larger) return [];
		const before = perItem(median.seconds, few.count);
		const after = perItem(larger.median.seconds, many.count);
		const figures = {
			[`ms per item of ${few.count}`]: rounded(before),
			[`ms per item of ${many.count}`]: rounded(after),
			growth: rounded(after / before),
		};
		return [{ n8n, case: name, contender, median: figures, ratio: {}, rounds: [] }];
	});
	print(name, results);
	return results;
}

function perItem(seconds = NaN, count: number): number {
	return (1000 * seconds) / count;
}
