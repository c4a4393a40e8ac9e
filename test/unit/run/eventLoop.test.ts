import { Turns } from '../../../nodes/WhatsAppBusiness/run/eventLoop';

it('lets the rest of the process go on after some work', async () => {
	const turns = new Turns();
	expect(turns.over).toBe(false);
	let others = 0;
	setImmediate(() => others++);
	const until = performance.now() + 50;
	while (performance.now() < until);
	expect(turns.over).toBe(true);
	await turns.next();
	expect(others).toBe(1);
	expect(turns.over).toBe(false);
});
