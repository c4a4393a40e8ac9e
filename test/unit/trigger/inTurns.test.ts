import { inTurns } from '../../../nodes/WhatsAppBusinessTrigger/n8n/inTurns';

describe('Actions in turns', () => {
	const story = () => {
		const told: string[] = [];
		const ends: Array<() => void> = [];
		const action = (name: string) => async () => {
			told.push(`START ${name}`);
			await new Promise<void>((resolve) => ends.push(resolve));
			told.push(`END ${name}`);
		};
		const endOne = async () => {
			ends.shift()?.();
			await new Promise((resolve) => setImmediate(resolve));
		};
		return { told, action, endOne };
	};

	it('share the next turn while one runs', async () => {
		const { told, action, endOne } = story();
		const all = ['one', 'two', 'three'].map((name) => inTurns('same', action(name)));
		await endOne();
		await endOne();
		await Promise.all(all);
		expect(told).toEqual(['START one', 'END one', 'START two', 'END two']);
	});

	it('do not wait for those with another name', async () => {
		const { told, action, endOne } = story();
		const all = ['a', 'b'].map((name) => inTurns(name, action(name)));
		expect(told).toEqual(['START a', 'START b']);
		await endOne();
		await endOne();
		await Promise.all(all);
	});

	it('go on after one that fails, which fails for those who share it', async () => {
		const { told, action, endOne } = story();
		const fail = () => Promise.reject(new Error('no'));
		const failing = inTurns('failing', fail);
		const next = inTurns('failing', action('next'));
		await expect(failing).rejects.toThrow('no');
		await endOne();
		await endOne();
		await next;
		expect(told).toEqual(['START next', 'END next']);
		const last = inTurns('failing', action('last'));
		await endOne();
		await last;
	});
});
