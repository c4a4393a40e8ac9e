import { atOnce, Batch } from '../../../nodes/memory/batch';

describe('A batch', () => {
	it.each([
		['single works', atOnce + 1, 1, [atOnce, 1]],
		['works of several parts', 5, atOnce / 2, [2, 2, 1]],
		['works that fill it alone', 2, atOnce, [1, 1]],
		['works that are too large', 2, atOnce + 1, [1, 1]],
	])('does no more at once than the process bears: %s', async (_what, count, size, expected) => {
		const done: number[] = [];
		const batch = new Batch<number[]>(async (work) => {
			const together: number[] = [];
			work(together);
			done.push(together.length);
			await Promise.resolve();
		});
		const numbers = Array.from({ length: count }, (_, index) => index);
		const results = numbers.map((number) =>
			batch.add((together) => {
				together.push(number);
				return number;
			}, size),
		);
		expect(await Promise.all(results)).toEqual(numbers);
		expect(done).toEqual(expected);
	});
});
