import { setImmediate as nextIteration } from 'node:timers/promises';
import { atOnce, Batch } from '../../../nodes/memory/batch';
import { stoppedClock } from '../../support/stoppedClock';

afterEach(() => jest.restoreAllMocks());

/** A batch, and how many it has done together each time. */
function countingBatch() {
	const done: number[] = [];
	const batch = new Batch<{ count: number }>(async (work) => {
		const together = { count: 0 };
		work(together);
		done.push(together.count);
		await Promise.resolve();
	});
	return { done, add: () => batch.add((together) => together.count++) };
}

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

	it('collects for a few milliseconds while many ask', async () => {
		stoppedClock();
		const { done, add } = countingBatch();
		await Promise.all([add(), add(), add(), add()]);
		const first = add();
		await nextIteration();
		await Promise.all([first, add()]);
		expect(done).toEqual([4, 2]);
	});

	it('does not wait for others if one asks after the other', async () => {
		stoppedClock();
		const pause = jest.spyOn(global, 'setTimeout');
		const { done, add } = countingBatch();
		for (let count = 0; count < 5; count++) await add();
		expect(done).toEqual([1, 1, 1, 1, 1]);
		expect(pause).not.toHaveBeenCalled();
	});

	it('does not wait once the few milliseconds are over', async () => {
		const clock = stoppedClock();
		const { add } = countingBatch();
		await Promise.all([add(), add(), add(), add()]);
		clock.advance(4);
		const pause = jest.spyOn(global, 'setTimeout');
		await add();
		expect(pause).not.toHaveBeenCalled();
	});
});
