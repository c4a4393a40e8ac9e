import { UnderWay } from '../../../nodes/graphApi/cancellation';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('breaks off what can be repeated at once, anything else some seconds later, what has ended never', () => {
	const controller = new AbortController();
	const underWay = new UnderWay(controller.signal);
	const aborted: string[] = [];
	const request = (name: string) => () => void aborted.push(name);
	underWay.checkMayStart();
	underWay.add(request('read'), true);
	underWay.add(request('message'), false);
	for (const idempotent of [true, false]) {
		const ended = request('ended');
		underWay.add(ended, idempotent);
		underWay.delete(ended);
	}
	controller.abort();
	expect(aborted).toEqual(['read']);
	jest.advanceTimersByTime(4000);
	expect(aborted).toEqual(['read']);
	jest.advanceTimersByTime(2000);
	expect(aborted).toEqual(['read', 'message']);
	expect(() => underWay.checkMayStart()).toThrow(/cancelled before/);
});
