import { EventLoopYielder } from '../../../nodes/WhatsAppBusiness/run/eventLoop';
import { stoppedClock } from '../../support/stoppedClock';

afterEach(() => jest.restoreAllMocks());

describe('EventLoopYielder', () => {
	it('yields to the event loop after some work', async () => {
		const clock = stoppedClock();
		const yielder = new EventLoopYielder();
		expect(yielder.shouldYield).toBe(false);
		let others = 0;
		setImmediate(() => others++);
		clock.advance(11);
		expect(yielder.shouldYield).toBe(true);
		await yielder.yield();
		expect(others).toBe(1);
		expect(yielder.shouldYield).toBe(false);
	});
});
