import { EventLoopYielder } from '../../../nodes/WhatsAppBusiness/run/eventLoop';
import { stoppedClock } from '../../support/stoppedClock';

afterEach(() => jest.restoreAllMocks());

describe('EventLoopYielder', () => {
	it('gives way after a millisecond: n8n needs many turns to respond to a webhook', async () => {
		const clock = stoppedClock();
		const yielder = new EventLoopYielder();
		const turns = 70;
		let worked = 0;
		for (let turn = 0; turn < turns; turn++) {
			while (!yielder.shouldYield) {
				clock.advance(0.5);
				worked += 0.5;
			}
			await yielder.yield();
		}
		expect(worked).toBeLessThan(150);
	});

	it('wakes all who wait in the same turn', async () => {
		const yielder = new EventLoopYielder();
		expect(yielder.yield()).toBe(yielder.yield());
		await yielder.yield();
	});

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
