import { FlowRequests } from '../../../nodes/WhatsAppBusinessTrigger/flow/flowRequests';

const requests = () => new FlowRequests('a trigger', String);
const body = (index: number) => Buffer.from(`request ${index}`);

describe('FlowRequests', () => {
	it('claims each request once, whichever execution asks', () => {
		expect([1, 2, 1, 2].map((index) => requests().claim(body(index)))).toEqual([
			true,
			true,
			false,
			false,
		]);
	});

	it('keeps the newest responses, at most 16 MB of them', async () => {
		const text = 'a'.repeat(1024 * 1024);
		for (let index = 0; index < 20; index++) {
			const response = Promise.resolve({ status: 200, text });
			requests().keep(body(index), response);
			await response;
		}
		const kept = await Promise.all(
			Array.from({ length: 20 }, (_, index) => requests().responseTo(body(index))),
		);
		expect(kept.map((response) => response !== undefined)).toEqual([
			...Array<boolean>(4).fill(false),
			...Array<boolean>(16).fill(true),
		]);
	});

	it('keeps at most 1,000 responses, also while they are awaited', async () => {
		const never = new Promise<undefined>(() => undefined);
		requests().keep(body(0), Promise.resolve({ status: 200, text: 'first' }));
		for (let index = 1; index <= 1_000; index++) requests().keep(body(index), never);
		expect(await requests().responseTo(body(0))).toBeUndefined();
	});
});
