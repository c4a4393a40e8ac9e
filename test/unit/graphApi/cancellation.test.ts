import { UnderWay } from '../../../nodes/graphApi/cancellation';
describe('UnderWay', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('aborts idempotent requests at once, others after 5 seconds, and finished ones never', () => {
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
});
