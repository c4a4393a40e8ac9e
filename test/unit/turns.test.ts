import { takingTurns } from '../../nodes/WhatsAppBusiness/turns';

it('lets the rest of the process go on after some work', async () => {
	const takeTurns = takingTurns();
	let others = 0;
	setImmediate(() => others++);
	const until = performance.now() + 50;
	while (performance.now() < until);
	await takeTurns();
	expect(others).toBe(1);
});
