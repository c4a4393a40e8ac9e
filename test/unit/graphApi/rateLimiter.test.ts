import { GraphError } from '../../../nodes/graphApi/errors';
import { RateLimiter } from '../../../nodes/graphApi/rateLimiter';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Lets so many messages wait, and gives how many have gone so far. */
function send(
	limiter: RateLimiter,
	messages: number,
	onGo: (index: number) => void = () => undefined,
) {
	let gone = 0;
	for (let index = 0; index < messages; index++) {
		void limiter.turn().then(() => {
			gone++;
			onGo(index);
		});
	}
	return () => gone;
}

async function after(seconds: number): Promise<void> {
	await jest.advanceTimersByTimeAsync(seconds * 1000);
}

it('lets messages go at the permitted rate', async () => {
	const gone = send(new RateLimiter(80), 1000);
	await after(1);
	expect(gone()).toBeGreaterThanOrEqual(78);
	expect(gone()).toBeLessThanOrEqual(81);
	await after(9);
	expect(gone()).toBeGreaterThanOrEqual(790);
	expect(gone()).toBeLessThanOrEqual(801);
});

it('lets them go in the order they came', async () => {
	const order: number[] = [];
	send(new RateLimiter(100), 20, (index) => order.push(index));
	await after(1);
	expect(order).toEqual([...Array(20).keys()]);
});

it.each([
	['catches up no more than a quarter of a second', 0.9, 20],
	['has nothing to catch up after a rest', 60, 1],
])('%s', async (_what, seconds, expected) => {
	const limiter = new RateLimiter(80);
	send(limiter, 1);
	await after(seconds);
	const gone = send(limiter, 100);
	await after(0);
	expect(gone()).toBe(expected);
});

it('is not faster after a refusal where less than one a second is permitted', async () => {
	const limiter = new RateLimiter(0.5);
	await after(2);
	limiter.refused();
	expect(limiter.currentRate).toBe(0.5);
	limiter.accepted();
	expect(limiter.currentRate).toBe(0.5);
});

it('halves the rate once for a bunch of refusals, again a second later, never below one', async () => {
	const limiter = new RateLimiter(80);
	await after(2);
	limiter.refused();
	limiter.refused();
	expect(limiter.currentRate).toBe(40);
	await after(1);
	limiter.refused();
	expect(limiter.currentRate).toBe(20);
	for (let time = 0; time < 20; time++) {
		await after(1);
		limiter.refused();
	}
	expect(limiter.currentRate).toBe(1);
});

it('climbs back with success, and not above what is permitted', async () => {
	const limiter = new RateLimiter(80);
	await after(2);
	limiter.refused();
	// A second of success at 40 a second.
	for (let time = 0; time < 40; time++) limiter.accepted();
	expect(limiter.currentRate).toBeGreaterThan(46);
	expect(limiter.currentRate).toBeLessThan(49);
	for (let time = 0; time < 10_000; time++) limiter.accepted();
	expect(limiter.currentRate).toBe(80);
});

it('takes over the rate of a later run', async () => {
	const limiter = new RateLimiter(10);
	limiter.permit(100);
	const gone = send(limiter, 1000);
	await after(1);
	expect(gone()).toBeGreaterThan(95);
});

it('lets go of a message whose execution was cancelled, and goes on with the others', async () => {
	const limiter = new RateLimiter(1);
	const controller = new AbortController();
	const first = send(limiter, 1);
	const cancelled = limiter.turn(controller.signal).catch((error: unknown) => error);
	const others = send(limiter, 1);
	controller.abort();
	expect(await cancelled).toBeInstanceOf(GraphError);
	await after(1);
	expect([first(), others()]).toEqual([1, 1]);
	await expect(limiter.turn(controller.signal)).rejects.toMatchObject({
		facts: { outcome: 'notAccepted' },
	});
});
