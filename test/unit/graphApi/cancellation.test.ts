import { afterGrace } from '../../../nodes/graphApi/cancellation';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('gives what is under way some seconds after a cancellation', () => {
	const controller = new AbortController();
	const late = afterGrace(controller.signal);
	controller.abort();
	jest.advanceTimersByTime(4000);
	expect(late?.aborted).toBe(false);
	jest.advanceTimersByTime(2000);
	expect(late?.aborted).toBe(true);
});

it('has nothing to wait for where nothing can be cancelled', () => {
	expect(afterGrace(undefined)).toBeUndefined();
});
