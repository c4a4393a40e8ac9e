import { Turns } from '../../../nodes/WhatsAppBusiness/run/eventLoop';
import { stoppedClock } from '../../support/stoppedClock';

afterEach(() => jest.restoreAllMocks());

it('lets the rest of the process go on after some work', async () => {
	const clock = stoppedClock();
	const turns = new Turns();
	expect(turns.over).toBe(false);
	let others = 0;
	setImmediate(() => others++);
	clock.advance(26);
	expect(turns.over).toBe(true);
	await turns.next();
	expect(others).toBe(1);
	expect(turns.over).toBe(false);
});
