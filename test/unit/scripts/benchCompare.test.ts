import { compared, comparisonTable, inTurn } from '../../../scripts/bench/compare';
import { median, type Figures } from '../../../scripts/bench/results';

const names = ['this checkout', 'main'];

/** The rows for one contender, with these figures in each round of each side. */
function rowsOf(here: Figures[], there: Figures[]) {
	const results = (rounds: Figures[]) =>
		rounds.map((figures) => ({
			n8n: '2.0.0',
			case: '1000 texts',
			contender: 'this node',
			median: figures,
			ratio: {},
			rounds: [figures],
		}));
	return compared([
		{ name: 'this checkout', results: results(here) },
		{ name: 'main', results: results(there) },
	]);
}

describe('median', () => {
	it.each([
		['the only value', [7], 7],
		['the middle value, by size', [10, 9, 1], 9],
		['the mean of the two in the middle', [4, 100, 1, 2], 3],
	])('%s', (_name, values, expected) => {
		expect(median(values)).toBe(expected);
	});
});

describe('the order of two checkouts', () => {
	it.each([
		[1, 'AB'],
		[2, 'ABBA'],
		[3, 'ABBAAB'],
	])('%d rounds: %s', (rounds, expected) => {
		expect(inTurn(['A', 'B'], rounds).join('')).toBe(expected);
	});
});

describe('the comparison of two checkouts', () => {
	it.each([
		['less time', 'seconds', 2, 4, { ratio: 0.5, better: 'this checkout' }],
		['more time', 'seconds', 4, 2, { ratio: 2, better: 'main' }],
		['more per second', 'per second', 300, 200, { ratio: 1.5, better: 'this checkout' }],
		['less per second', 'per second', 200, 300, { ratio: 0.6667, better: 'main' }],
		['less of the rate', '% of the allowed rate', 90, 100, { ratio: 0.9, better: 'main' }],
		['the same', 'seconds', 2, 2, { ratio: 1 }],
		['more than none', 'lost', 3, 0, { better: 'main' }],
		['none and none', 'lost', 0, 0, {}],
		['what is neither good nor bad', 'executions', 500, 1000, { ratio: 0.5 }],
	])('%s', (_name, figure, here, there, expected) => {
		expect(rowsOf([{ [figure]: here }], [{ [figure]: there }])).toEqual([
			{
				n8n: '2.0.0',
				case: '1000 texts',
				contender: 'this node',
				figure,
				medians: { 'this checkout': here, main: there },
				...expected,
			},
		]);
	});

	it('takes the medians over all rounds', () => {
		const rounds = (...seconds: number[]) => seconds.map((value) => ({ seconds: value }));
		const [row] = rowsOf(rounds(1, 9, 2), rounds(4, 8, 3));
		expect(row?.medians).toEqual({ 'this checkout': 2, main: 4 });
	});

	it('takes a result without rounds, such as a growth, as one round', () => {
		const growth = { n8n: '2.0.0', case: 'Growth', contender: 'this node', ratio: {}, rounds: [] };
		const [row] = compared([
			{ name: 'this checkout', results: [{ ...growth, median: { growth: 1.5 } }] },
			{ name: 'main', results: [{ ...growth, median: { growth: 1 } }] },
		]);
		expect(row).toMatchObject({ medians: { 'this checkout': 1.5, main: 1 }, better: 'main' });
	});

	it('is a table that shows what only one of them has', () => {
		const rows = rowsOf([{ seconds: 2, uploads: 1 }], [{ seconds: 4, 'MB more': 30 }]);
		expect(comparisonTable(names, rows)).toEqual([
			['', 'figure', 'this checkout', 'main', 'ratio', 'better'],
			['this node', 'seconds', '2', '4', '×0.5', 'this checkout'],
			['this node', 'uploads', '1', '–', '–', 'only this checkout'],
			['this node', 'MB more', '–', '30', '–', 'only main'],
		]);
	});
});
