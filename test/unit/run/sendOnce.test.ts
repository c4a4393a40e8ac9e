import { Memory } from '../../../nodes/memory/memory';
import { lifeIn } from '../../../nodes/memory/processLife';
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

	describe('of a process that is blocked for so long that it looks dead', () => {
		const message = { recordKey: 'key', recipient: 'digest', lifetime: 60_000 };
		let store: ProcessStore;
		let sent: string[];
		const processes: Memory[] = [];

		beforeEach(() => {
			store = new ProcessStore();
			sent = [];
		});
		afterEach(async () => {
			jest.restoreAllMocks();
			await Promise.all(processes.splice(0).map((memory) => memory.close()));
		});

		/** Sends in a process of its own. `whenClaimed` happens when it has the key, and has not sent yet. */
		function sendIn(name: string, resendUnknown = false, whenClaimed?: () => Promise<unknown>) {
			const memory = new Memory(store, () => '', { warn: () => undefined, info: () => undefined });
			processes.push(memory);
			const claim = memory.claim.bind(memory);
			memory.claim = async (...args) => {
				const found = await claim(...args);
				await whenClaimed?.();
				return found;
			};
			const once = new SendOnce(memory, {
				rules: { timeLimit: 60_000, resendUnknown, messagesPerSecond: 80 },
				...{ executionId: name, asks: false, stopped: () => false },
			});
			const now = () => {
				sent.push(name);
				return Promise.resolve({ body: { by: name } });
			};
			return once.send(message, (aroundTry) => aroundTry(now));
		}

		/** What others see of a process that was blocked for 25 seconds. */
		async function block(): Promise<void> {
			const now = performance.now() + 25_000;
			jest.spyOn(performance, 'now').mockReturnValue(now);
			for (const key of (await store.entries('process:')).keys()) await store.delete(key);
		}

		it('is not sent by another one, which tells it as unknown', async () => {
			const first = sendIn('first', false, async () => {
				await block();
				await expect(sendIn('other')).rejects.toThrow(/its outcome is unknown/);
			});
			expect(await first).toMatchObject({ alreadySent: false });
			expect(await sendIn('later')).toEqual({ body: { by: 'first' }, alreadySent: true });
			expect(sent).toEqual(['first']);
		});

		it("is sent once with 'Send Again': the blocked one sees that it came too late", async () => {
			const first = sendIn('first', true, async () => {
				await block();
				expect(await sendIn('other', true)).toMatchObject({ alreadySent: false });
			});
			expect(await first).toEqual({ body: { by: 'other' }, alreadySent: true });
			expect(sent).toEqual(['other']);
		});

		it('is sent once, also if the blocked one begins another message before it goes on', async () => {
			const first = sendIn('first', true, async () => {
				const [memory] = processes;
				await block();
				expect(await sendIn('other', true)).toMatchObject({ alreadySent: false });
				if (memory) await lifeIn(memory).begin();
			});
			expect(await first).toEqual({ body: { by: 'other' }, alreadySent: true });
			expect(sent).toEqual(['other']);
		});
	});
});
