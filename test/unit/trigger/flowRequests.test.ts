import { LoggerProxy } from 'n8n-workflow';

import { processState } from '../../../nodes/graphApi/processState';
import { ProcessStore } from '../../../nodes/memory/processStore';
import { SeenEvents } from '../../../nodes/WhatsAppBusinessTrigger/duplicates/seenEvents';
import { FlowRequests } from '../../../nodes/WhatsAppBusinessTrigger/flow/flowRequests';

let store: ProcessStore;
/** The requests to a trigger as each process of n8n knows them. */
const requests = () =>
	new FlowRequests(store, new SeenEvents(store, 'flowRequest:', 3_600_000), 'a trigger');
const body = (index: number) => Buffer.from(`request ${index}`);
const waiting = () => false;
const sent = (text: string) => Promise.resolve({ status: 200, text });

beforeEach(() => {
	store = new ProcessStore();
});

describe('FlowRequests', () => {
	it('claims each request once, whichever process asks', async () => {
		const claimed = await Promise.all([1, 2, 1, 2].map((index) => requests().claim(body(index))));
		expect(claimed).toEqual([true, true, false, false]);
	});

	it('keeps the newest responses, at most 16 MB of them', async () => {
		const text = 'a'.repeat(1024 * 1024);
		for (let index = 0; index < 20; index++) await requests().keep(body(index), sent(text));
		const kept = await Promise.all(
			Array.from({ length: 20 }, (_, index) => requests().responseTo(body(index), waiting)),
		);
		expect(kept.map((response) => response !== undefined)).toEqual([
			...Array<boolean>(4).fill(false),
			...Array<boolean>(16).fill(true),
		]);
	});

	it('keeps at most 1,000 responses, also while they are awaited', async () => {
		const never = new Promise<undefined>(() => undefined);
		const large = 'a'.repeat(64 * 1024 + 1);
		await requests().keep(body(0), sent(large));
		for (let index = 1; index <= 1_000; index++) void requests().keep(body(index), never);
		expect(await requests().responseTo(body(0), waiting)).toBeUndefined();
	});

	describe('in another process', () => {
		it('gives the same response, also while the workflow still runs', async () => {
			await requests().claim(body(1));
			let respond: (text: string) => void = () => undefined;
			const response = new Promise<string>((resolve) => (respond = resolve)).then(sent);
			const keeping = requests().keep(body(1), response);
			processState.reset();
			expect(await requests().claim(body(1))).toBe(false);
			const found = requests().responseTo(body(1), waiting);
			respond('encrypted');
			await keeping;
			expect(await found).toEqual({ status: 200, text: 'encrypted' });
			expect(await requests().responseTo(body(1), waiting)).toEqual(await found);
		});

		it.each([
			'{"status":',
			'null',
			'[]',
			'{"text":"a"}',
			'{"status":999,"text":"a"}',
			'{"status":200}',
		])('gives none for %s, which somebody has put there', async (text) => {
			jest.spyOn(LoggerProxy, 'warn').mockImplementation(() => undefined);
			await requests().claim(body(1));
			const [key = ''] = [...(await store.entries('flowResponse:')).keys()];
			await store.set(key, text, 60_000);
			expect(await requests().responseTo(body(1), waiting)).toBeUndefined();
		});

		it('gives none that is large, or that nobody waits for', async () => {
			await requests().claim(body(1));
			processState.reset();
			expect(await requests().responseTo(body(1), () => true)).toBeUndefined();
			await requests().keep(body(1), sent('a'.repeat(64 * 1024 + 1)));
			processState.reset();
			expect(await requests().responseTo(body(1), waiting)).toBeUndefined();
		});

		it('gives none after a minute, and does not wait for one', async () => {
			jest.useFakeTimers();
			await requests().claim(body(1));
			await requests().keep(body(1), sent('encrypted'));
			processState.reset();
			jest.setSystemTime(Date.now() + 59_999);
			expect(await requests().responseTo(body(1), waiting)).toBeDefined();
			jest.setSystemTime(Date.now() + 60_000);
			expect(await requests().claim(body(1))).toBe(false);
			expect(await requests().responseTo(body(1), waiting)).toBeUndefined();
			jest.useRealTimers();
		});
	});
});
