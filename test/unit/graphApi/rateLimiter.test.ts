import { setMaxListeners } from 'node:events';

import { RequestError } from '../../../nodes/graphApi/errors/requestError';
import { RateLimiter } from '../../../nodes/graphApi/rateLimiter';
import type { RunLimiter } from '../../../nodes/graphApi/rateLimiter';
import { BucketInProcess } from '../../support/bucketInProcess';

describe('RateLimiter', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** Queues messages and returns a function that counts the released ones. */
	function send(
		limiter: RunLimiter,
		messages: number,
		onGo: (index: number) => void = () => undefined,
	) {
		let gone = 0;
		for (let index = 0; index < messages; index++) {
			void limiter.acquire().then(() => {
				gone++;
				onGo(index);
			});
		}
		return () => gone;
	}

	async function after(seconds: number): Promise<void> {
		await jest.advanceTimersByTimeAsync(seconds * 1000);
	}

	it('releases messages at the maximum rate', async () => {
		const gone = send(new RateLimiter().forRun(80), 1000);
		await after(1);
		expect(gone()).toBeGreaterThanOrEqual(78);
		expect(gone()).toBeLessThanOrEqual(81);
		await after(9);
		expect(gone()).toBeGreaterThanOrEqual(790);
		expect(gone()).toBeLessThanOrEqual(801);
	});

	it('releases the messages of a run in their order', async () => {
		const order: number[] = [];
		send(new RateLimiter().forRun(100), 20, (index) => order.push(index));
		await after(1);
		expect(order).toEqual([...Array(20).keys()]);
	});

	it('releases retries before new messages, each in their order', async () => {
		const limiter = new RateLimiter().forRun(10);
		const order: string[] = [];
		const wait = (name: string, again: boolean) =>
			void limiter.acquire(undefined, again).then(() => order.push(name));
		for (const name of ['first', 'new 1', 'new 2']) wait(name, false);
		for (const name of ['again 1', 'again 2']) wait(name, true);
		await after(1);
		expect(order).toEqual(['first', 'again 1', 'again 2', 'new 1', 'new 2']);
	});

	it.each([
		['catches up at most a quarter of a second', 0.9, 20],
		['catches up nothing after a rest', 60, 1],
	])('%s', async (_what, seconds, expected) => {
		const limiter = new RateLimiter().forRun(80);
		send(limiter, 1);
		await after(seconds);
		const gone = send(limiter, 100);
		await after(0);
		expect(gone()).toBe(expected);
	});

	/** The number of messages released in one second. Afterwards none waits. */
	async function rateOf(limiter: RunLimiter): Promise<number> {
		const controller = new AbortController();
		// As in `graphApi`: each waiting message listens to the signal of its run.
		setMaxListeners(0, controller.signal);
		let gone = 0;
		for (let message = 0; message < 200; message++) {
			limiter.acquire(controller.signal).then(
				() => gone++,
				() => undefined,
			);
		}
		await after(1);
		controller.abort();
		return gone;
	}

	const around = (rate: number) => [Math.floor(rate * 0.97), rate, rate + 1, rate + 2];

	it('is not faster after a refusal when the maximum is below one per second', async () => {
		const limiter = new RateLimiter().forRun(0.5);
		const gone = send(limiter, 10);
		await after(2);
		limiter.refused();
		limiter.accepted();
		await after(10);
		expect(gone()).toBeLessThanOrEqual(7);
	});

	it('halves the rate once per second of refusals, never below one per second', async () => {
		const limiter = new RateLimiter().forRun(80);
		await rateOf(limiter);
		limiter.refused();
		limiter.refused();
		expect(around(40)).toContain(await rateOf(limiter));
		limiter.refused();
		expect(around(20)).toContain(await rateOf(limiter));
		for (let time = 0; time < 20; time++) {
			limiter.refused();
			await after(1);
		}
		expect(around(1)).toContain(await rateOf(limiter));
	});

	it('raises the rate with each success, up to the maximum', async () => {
		const limiter = new RateLimiter().forRun(80);
		await rateOf(limiter);
		limiter.refused();
		// One second of success at 40 per second.
		for (let time = 0; time < 40; time++) limiter.accepted();
		expect([46, 47, 48, 49]).toContain(await rateOf(limiter));
		for (let time = 0; time < 10_000; time++) limiter.accepted();
		expect([78, 79, 80, 81]).toContain(await rateOf(limiter));
	});

	describe('with several runs on one number', () => {
		it('limits each run to its rate and all together to the fastest', async () => {
			const limiter = new RateLimiter();
			const slow = send(limiter.forRun(20), 1000);
			await after(1);
			const fast = send(limiter.forRun(80), 1000);
			await after(10);
			expect(slow() / 11).toBeCloseTo(20, -0.5);
			expect(slow() + fast()).toBeLessThanOrEqual(20 + 800 + 2);
			expect(slow() + fast()).toBeGreaterThan(780);
		});

		it('keeps the rate of a broadcast when another run sends a message', async () => {
			const limiter = new RateLimiter();
			const broadcast = send(limiter.forRun(20), 1000);
			await after(2);
			for (const permitted of [80, 1, 80]) {
				const gone = send(limiter.forRun(permitted), 1);
				await after(1);
				expect(gone()).toBe(1);
			}
			expect(broadcast()).toBeGreaterThan(93);
			expect(broadcast()).toBeLessThanOrEqual(101);
			// A timer left behind would start further ones.
			expect(jest.getTimerCount()).toBe(1);
		});

		it('releases a reply before a broadcast has finished', async () => {
			const limiter = new RateLimiter();
			const broadcast = send(limiter.forRun(80), 1000);
			await after(1);
			const reply = send(limiter.forRun(80), 1);
			await after(0.03);
			expect(reply()).toBe(1);
			expect(broadcast()).toBeLessThan(100);
		});

		it('does not delay a fast run for a slow one', async () => {
			const limiter = new RateLimiter();
			send(limiter.forRun(0.1), 5);
			await after(1);
			const quick = send(limiter.forRun(80), 1);
			await after(0.1);
			expect(quick()).toBe(1);
		});

		it('shares the rate evenly', async () => {
			const limiter = new RateLimiter();
			const [one, other] = [send(limiter.forRun(80), 1000), send(limiter.forRun(80), 1000)];
			await after(5);
			expect(Math.abs(one() - other())).toBeLessThanOrEqual(1);
			expect(one() + other()).toBeGreaterThan(390);
			expect(one() + other()).toBeLessThanOrEqual(402);
		});

		it.each([
			['a rest', 80, 1, 60],
			['a slow run', 0.5, 5, 1.9],
		])('catches up nothing after %s', async (_what, permitted, messages, seconds) => {
			const limiter = new RateLimiter();
			send(limiter.forRun(permitted), messages);
			await after(seconds);
			const [one, other] = [send(limiter.forRun(80), 100), send(limiter.forRun(80), 100)];
			await after(1);
			expect(one() + other()).toBeLessThanOrEqual(82);
		});

		it('catches up nothing after the rest of one run while another continues', async () => {
			const limiter = new RateLimiter();
			send(limiter.forRun(80), 1000);
			const rested = limiter.forRun(20);
			send(rested, 1);
			await after(3);
			const gone = send(rested, 100);
			await after(0.1);
			expect(gone()).toBeLessThanOrEqual(3);
		});

		it.each(['has ended', 'was cancelled'])(
			'limits all to the fastest of the others when the fastest %s',
			async (how) => {
				const limiter = new RateLimiter();
				const [one, other] = [send(limiter.forRun(20), 1000), send(limiter.forRun(20), 1000)];
				const controller = new AbortController();
				setMaxListeners(0, controller.signal);
				const fastest = limiter.forRun(80);
				const messages = how === 'has ended' ? 5 : 100;
				for (let message = 0; message < messages; message++) {
					void fastest.acquire(controller.signal).catch(() => undefined);
				}
				await after(0.5);
				controller.abort();
				const before = one() + other();
				await after(10);
				expect(one() + other() - before).toBeLessThanOrEqual(202);
			},
		);

		it.each([
			['its maximum rate', 0, 80],
			['the rate that a refusal has left', 1, 40],
		])(
			'starts a faster run with %s, whatever a slower one has sent',
			async (_what, refusals, rate) => {
				const limiter = new RateLimiter();
				const [slow, fast] = [limiter.forRun(20), limiter.forRun(80)];
				await rateOf(fast);
				for (let time = 0; time < refusals; time++) fast.refused();
				await rateOf(slow);
				for (let time = 0; time < 1000; time++) slow.accepted();
				expect(around(rate)).toContain(await rateOf(fast));
			},
		);

		it('remembers a refusal for the next run', async () => {
			const limiter = new RateLimiter();
			const first = limiter.forRun(80);
			await rateOf(first);
			first.refused();
			expect(around(40)).toContain(await rateOf(limiter.forRun(80)));
		});

		it('grants one permit at a time to runs that follow each other', async () => {
			const limiter = new RateLimiter();
			let gone = 0;
			void (async () => {
				// No more, or a limiter that does not limit would continue forever.
				for (; gone < 100; gone++) await limiter.forRun(2).acquire();
			})();
			await after(10);
			expect(gone).toBeLessThanOrEqual(22);
			expect(gone).toBeGreaterThanOrEqual(19);
		});
	});

	describe('with several processes on one number', () => {
		/** The run of a process of its own. */
		const inProcess = (bucket: BucketInProcess, maxRate = 80) =>
			new RateLimiter().forRun(maxRate, bucket);

		const sum = (counts: Array<() => number>) => counts.reduce((total, gone) => total + gone(), 0);

		/** Three broadcasts, each in a process of its own. */
		const broadcasts = (bucket: BucketInProcess, onGo?: () => void) =>
			[1, 2, 3].map(() => send(inProcess(bucket), 5000, onGo));

		it('keeps all together to the rate and shares it evenly', async () => {
			const all = broadcasts(new BucketInProcess());
			await after(10);
			expect(sum(all)).toBeGreaterThan(790);
			expect(sum(all)).toBeLessThanOrEqual(802);
			for (const gone of all) expect(Math.abs(gone() - sum(all) / 3)).toBeLessThan(9);
		});

		it.each([80, 1000])('needs one call for many messages at %d per second', async (rate) => {
			const bucket = new BucketInProcess();
			const gone = send(inProcess(bucket, rate), 10_000);
			await after(5);
			expect(gone()).toBeGreaterThan(rate * 4.8);
			expect(bucket.reservations).toBeLessThanOrEqual(52);
		});

		it('sends steadily', async () => {
			const times: number[] = [];
			broadcasts(new BucketInProcess(), () => times.push(performance.now()));
			await after(5);
			const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
			expect(Math.max(...pauses)).toBeLessThan(30);
			// Ten messages in a row never come closer together than at twice the rate.
			const tens = times.slice(10).map((time, index) => time - (times[index] ?? 0));
			expect(Math.min(...tens)).toBeGreaterThan(62);
		});

		it('lets the fastest process decide, and each run keeps to its rate', async () => {
			const bucket = new BucketInProcess();
			const slow = send(inProcess(bucket, 20), 1000);
			const fast = send(inProcess(bucket, 80), 1000);
			await after(10);
			expect(slow()).toBeGreaterThan(190);
			expect(slow()).toBeLessThanOrEqual(202);
			expect(slow() + fast()).toBeGreaterThan(780);
			expect(slow() + fast()).toBeLessThanOrEqual(802);
		});

		it('releases a reply of one process during the broadcasts of others', async () => {
			const bucket = new BucketInProcess();
			const all = broadcasts(bucket);
			await after(3);
			const reply = send(inProcess(bucket), 1);
			await after(0.4);
			expect(reply()).toBe(1);
			expect(sum(all)).toBeLessThan(280);
		});

		it('releases a reply of the same process during its broadcast', async () => {
			const limiter = new RateLimiter();
			const bucket = new BucketInProcess();
			send(limiter.forRun(80, bucket), 1000);
			await after(1);
			const reply = send(limiter.forRun(80, bucket), 1);
			await after(0.03);
			expect(reply()).toBe(1);
		});

		/** Many replies at the same time, each of a run of its own. Returns how many go out at once. */
		async function replies(limiter: RateLimiter, bucket: BucketInProcess): Promise<number> {
			const all = Array.from({ length: 50 }, () => send(limiter.forRun(80, bucket), 1));
			await after(0.011);
			return sum(all);
		}

		it('does not make up for reserved permits that nobody used', async () => {
			const bucket = new BucketInProcess();
			const limiter = new RateLimiter();
			const controller = new AbortController();
			setMaxListeners(0, controller.signal);
			const cancelled = limiter.forRun(80, bucket);
			for (let message = 0; message < 100; message++) {
				cancelled.acquire(controller.signal).catch(() => undefined);
			}
			await after(0.24);
			controller.abort();
			await after(0.7);
			expect(await replies(limiter, bucket)).toBeLessThanOrEqual(21);
		});

		it.each([
			['a busy moment', 0.9, 20],
			['a rest', 60, 0],
		])('catches up little after %s', async (_what, seconds, caughtUp) => {
			const bucket = new BucketInProcess();
			const limiters = [inProcess(bucket), inProcess(bucket)];
			for (const limiter of limiters) send(limiter, 1);
			await after(seconds);
			const all = limiters.map((limiter) => send(limiter, 100));
			await after(1);
			expect(sum(all)).toBeGreaterThanOrEqual(78 + caughtUp);
			expect(sum(all)).toBeLessThanOrEqual(82 + caughtUp);
		});

		it('slows all down when one is refused', async () => {
			const bucket = new BucketInProcess();
			const limiters = [inProcess(bucket), inProcess(bucket)];
			const all = limiters.map((limiter) => send(limiter, 5000));
			await after(2);
			limiters[0]?.refused();
			await after(1);
			const before = sum(all);
			await after(5);
			expect(sum(all) - before).toBeGreaterThan(190);
			expect(sum(all) - before).toBeLessThanOrEqual(205);
		});

		it('leaves each process on its own while the bucket is gone', async () => {
			const bucket = new BucketInProcess(50);
			const all = broadcasts(bucket);
			await after(2);
			bucket.isGone = true;
			// What was reserved is used first.
			await after(1);
			const before = sum(all);
			await after(10);
			const alone = sum(all) - before;
			expect(alone).toBeGreaterThan(3 * 780);
			expect(alone).toBeLessThanOrEqual(3 * 802);

			bucket.isGone = false;
			await after(6);
			const returned = sum(all);
			await after(10);
			expect(sum(all) - returned).toBeGreaterThan(780);
			expect(sum(all) - returned).toBeLessThanOrEqual(805);
		});

		it('sends no burst when the bucket goes or comes back', async () => {
			const bucket = new BucketInProcess(50);
			const times: number[] = [];
			broadcasts(bucket);
			send(inProcess(bucket), 5000, () => times.push(performance.now()));
			for (const isGone of [false, true, false]) {
				bucket.isGone = isGone;
				await after(7);
			}
			const twenties = times.slice(20).map((time, index) => time - (times[index] ?? 0));
			expect(Math.min(...twenties)).toBeGreaterThan(160);
			expect(times.length).toBeGreaterThan(7 * 80);
		});

		it('goes on without a bucket for a run without one', async () => {
			const limiter = new RateLimiter();
			const bucket = new BucketInProcess();
			send(limiter.forRun(80, bucket), 10);
			await after(1);
			const { reservations } = bucket;
			const gone = send(limiter.forRun(80), 1000);
			await after(5);
			expect(gone()).toBeGreaterThan(390);
			expect(bucket.reservations).toBe(reservations);
		});
	});

	it('drops a message whose execution was cancelled and continues with the others', async () => {
		const limiter = new RateLimiter().forRun(1);
		const controller = new AbortController();
		// It has been released before the signal fires.
		await limiter.acquire(controller.signal);
		const before = send(limiter, 1);
		const cancelled = limiter.acquire(controller.signal).catch((error: unknown) => error);
		const behind = send(limiter, 1);
		controller.abort();
		expect(await cancelled).toBeInstanceOf(RequestError);
		await after(2);
		expect([before(), behind()]).toEqual([1, 1]);
		await expect(limiter.acquire(controller.signal)).rejects.toMatchObject({
			facts: { outcome: 'notAccepted' },
		});
	});
});
