import { runJobs } from '../../../nodes/WhatsAppBusiness/run/jobQueue';
import type { RunOutcomes } from '../../../nodes/WhatsAppBusiness/run/jobQueue';
import { stoppedClock } from '../../support/stoppedClock';

let clock: ReturnType<typeof stoppedClock>;
beforeEach(() => {
	clock = stoppedClock();
});
afterEach(() => jest.restoreAllMocks());

/** Jobs named after their queue, e.g. "a1". Each ends when the test ends it. */
function underTest(items: string[], atOnce: number, stopped = () => false) {
	const outcomes: RunOutcomes<string> = {
		results: new Map(),
		failures: new Map(),
		running: new Set(),
	};
	const started: string[] = [];
	const jobs = new Map<string, { succeed(): void; fail(): void }>();
	const done = runJobs(items, { outcomes, atOnce, stopped }, (name) => {
		if (name === 'bad') throw new Error('bad');
		const [first = '', second] = name;
		return {
			queue: second === undefined ? undefined : first,
			run: () =>
				new Promise((resolve, reject) => {
					started.push(name);
					jobs.set(name, { succeed: () => resolve(name), fail: () => reject(new Error(name)) });
				}),
		};
	});
	const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
	const end = async (name: string, how: 'succeed' | 'fail' = 'succeed') => {
		jobs.get(name)?.[how]();
		await settle();
	};
	return { outcomes, started, done, settle, end };
}

describe('runJobs', () => {
	it('runs a limited number of jobs at once and records how each ended', async () => {
		const { outcomes, started, done, settle, end } = underTest(['x', 'bad', 'y', 'z'], 2);
		await settle();
		expect(started).toEqual(['x', 'y']);
		await end('y', 'fail');
		expect(started).toEqual(['x', 'y', 'z']);
		await end('x');
		await end('z');
		await done;
		expect([...outcomes.results]).toEqual([
			[0, 'x'],
			[3, 'z'],
		]);
		expect([...outcomes.failures.keys()]).toEqual([1, 2]);
	});

	it('keeps the order of a queue while other queues continue, even if many jobs wait and after a failure', async () => {
		const { started, done, settle, end } = underTest(['a1', 'a2', 'a3', 'a4', 'b1', 'c1'], 2);
		await settle();
		expect(started).toEqual(['a1', 'b1']);
		await end('b1');
		expect(started).toEqual(['a1', 'b1', 'c1']);
		await end('a1', 'fail');
		expect(started.at(-1)).toBe('a2');
		for (const name of ['c1', 'a2', 'a3', 'a4']) await end(name);
		await done;
		expect(started).toEqual(['a1', 'b1', 'c1', 'a2', 'a3', 'a4']);
	});

	it('continues a queue that had become empty', async () => {
		const { started, done, settle, end } = underTest(['a1', 'b1', 'a2'], 1);
		await settle();
		for (const name of ['a1', 'b1', 'a2']) await end(name);
		await done;
		expect(started).toEqual(['a1', 'b1', 'a2']);
	});

	it('starts no job once stopped and waits for the running ones', async () => {
		let stop = false;
		const { outcomes, started, done, settle, end } = underTest(
			['a1', 'a2', 'b1', 'x'],
			2,
			() => stop,
		);
		await settle();
		stop = true;
		await end('b1');
		await end('a1');
		await done;
		expect(started).toEqual(['a1', 'b1']);
		expect(outcomes.results.size + outcomes.failures.size).toBe(2);
	});

	it('yields between costly items, however many run at once, and keeps their order', async () => {
		const items = [...Array(400).keys()];
		const prepared: number[] = [];
		let sinceLastTurn = 0;
		let most = 0;
		let over = false;
		const onTurn = () => {
			sinceLastTurn = 0;
			if (!over) setImmediate(onTurn);
		};
		onTurn();
		const outcomes: RunOutcomes<void> = {
			results: new Map(),
			failures: new Map(),
			running: new Set(),
		};
		await runJobs(items, { outcomes, atOnce: 100, stopped: () => false }, (item) => {
			clock.advance(2);
			prepared.push(item);
			most = Math.max(most, ++sinceLastTurn);
			// Jobs end at once or in a later turn of the event loop.
			return { run: item % 3 === 0 ? async () => undefined : () => new Promise(setImmediate) };
		});
		over = true;
		// Six jobs of 2 ms fit into 10 ms. Jobs that waited may start before the turn ends.
		expect(most).toBeLessThanOrEqual(12);
		expect(prepared).toEqual(items);
	});
});
