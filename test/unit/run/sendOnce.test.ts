import { Memory } from '../../../nodes/memory/memory';
import { ProcessStore } from '../../../nodes/memory/processStore';
import { SendOnce } from '../../../nodes/WhatsAppBusiness/run/sendOnce';

describe('A message with a Send Once Key', () => {
	it('that is sent between two looks at its key was sent', async () => {
		const store = new ProcessStore();
		const log = { warn: () => undefined, info: () => undefined };
		const memory = new Memory(store, () => '', log);
		const rules = { timeLimit: 60_000, resendUnknown: false, messagesPerSecond: 80 };
		const once = new SendOnce(memory, {
			...{ rules, executionId: '1', asks: false },
			stopped: () => false,
		});
		const message = { recordKey: 'key', recipient: 'digest', lifetime: 60_000 };
		const send = (accepted: Promise<void>) =>
			once.send(message, (aroundTry) =>
				aroundTry(async () => {
					await accepted;
					return { body: { id: 'first' } };
				}),
			);
		let accept = (): void => undefined;
		const first = send(new Promise((resolve) => (accept = resolve)));
		while ((await store.get('key')) === undefined);
		const { get } = store;
		store.get = async (key) => {
			store.get = get;
			const found = await store.get(key);
			accept();
			await first;
			return found;
		};
		expect(await send(Promise.resolve())).toEqual({ body: { id: 'first' }, alreadySent: true });
		await memory.close();
	});
});
