import { ChatOrder } from '../../nodes/WhatsAppBusiness/chatOrder';

it('works for one recipient in order, for others meanwhile, and goes on after a failure', async () => {
	const order = new ChatOrder();
	const started: string[] = [];
	let failFirst: () => void = () => undefined;
	const work = (name: string, until: Promise<unknown> = Promise.resolve()) => {
		const [recipient] = name;
		return order.inTurn({ countsFor: { phoneNumberId: '1', recipient } }, async () => {
			started.push(name);
			await until;
			return name;
		});
	};
	const first = work(
		'a1',
		new Promise((_resolve, reject) => {
			failFirst = () => reject(new Error('refused'));
		}),
	).catch((error: Error) => error.message);
	const second = work('a2');
	await work('b1');
	await order.inTurn(undefined, () => Promise.resolve(started.push('nobody')));
	expect(started).toEqual(['a1', 'b1', 'nobody']);
	failFirst();
	expect(await first).toBe('refused');
	expect(await second).toBe('a2');
	expect(started).toEqual(['a1', 'b1', 'nobody', 'a2']);
});
