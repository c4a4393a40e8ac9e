import { type FaultInput, type Simulator } from '../../simulator';
import { ada, call, pablo, send, start } from './support';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await start();
});
afterEach(() => simulator.stop());

const text = { text: { body: 'x' } };
const codes = async (count: number, message: Record<string, unknown>) => {
	const answers = await Promise.all(Array.from({ length: count }, () => send(simulator, message)));
	return answers.map(({ status, error }) => error?.code ?? status);
};

describe('rate limits', () => {
	it('as Meta has them at first', async () => {
		simulator.updateSettings({ messagesPerSecond: 80, pairLimit: { burst: 45, everyMs: 6000 } });
		const pair = await codes(50, text);
		expect(pair.filter((code) => code === 200)).toHaveLength(45);
		expect(pair.filter((code) => code === 131056)).toHaveLength(5);
		expect((await send(simulator, { ...text, to: ada.waId })).status).toBe(200);
	});

	it('per number', async () => {
		simulator.updateSettings({ messagesPerSecond: 3 });
		const answers = await codes(6, text);
		expect(answers.filter((code) => code === 200).length).toBeGreaterThanOrEqual(3);
		expect(answers).toContain(130429);
		expect(simulator.messages()).toHaveLength(answers.filter((code) => code === 200).length);
	});
});

describe('faults', () => {
	it.each<[string, FaultInput, number, number | undefined]>([
		['an error of Meta', { kind: 'graphError', code: 130429 }, 400, 130429],
		[
			'an error of Meta with another status',
			{ kind: 'graphError', code: 4, httpStatus: 429 },
			429,
			4,
		],
		['service unavailable', { kind: 'graphError', code: 131016 }, 500, 131016],
		['a page of a proxy', { kind: 'httpError', httpStatus: 502 }, 502, undefined],
	])('%s: nothing was accepted', async (_name, fault, status, code) => {
		simulator.addFaults({ ...fault, times: 1 });
		const answer = await send(simulator, text);
		expect({ status: answer.status, code: answer.error?.code }).toEqual({ status, code });
		expect(simulator.messages()).toHaveLength(0);
		expect(simulator.requests()).toMatchObject([{ status, errorCode: code }]);
		expect((await send(simulator, text)).status).toBe(200);
	});

	it.each([
		['dropBefore', 0],
		['dropAfter', 1],
	] as const)('%s leaves %d message', async (kind, accepted) => {
		simulator.addFaults({ kind, times: 1 });
		await expect(send(simulator, text)).rejects.toThrow('fetch failed');
		expect(simulator.messages()).toHaveLength(accepted);
		expect(simulator.requests()).toMatchObject([{ status: 0 }]);
		expect((await send(simulator, text)).status).toBe(200);
	});

	it('a proxy page after the message was accepted', async () => {
		simulator.addFaults({ kind: 'httpError', accepted: true });
		expect((await send(simulator, text)).status).toBe(502);
		expect(simulator.messages()).toHaveLength(1);
	});

	it('strike only what they match', async () => {
		simulator.addFaults({
			kind: 'graphError',
			code: 131056,
			method: 'POST',
			path: '/messages$',
			recipient: ada.waId,
		});
		expect((await call(simulator, 'GET', '/v25.0/me')).status).toBe(200);
		expect((await send(simulator, { ...text, to: pablo.waId })).status).toBe(200);
		expect((await send(simulator, { ...text, to: ada.waId })).error.code).toBe(131056);
		expect((await send(simulator, { ...text, to: `+${ada.waId}` })).error.code).toBe(131056);
		expect(simulator.faults()).toMatchObject([{ struck: 2 }]);
		simulator.clearFaults();
		expect((await send(simulator, { ...text, to: ada.waId })).status).toBe(200);
	});

	it('strike the same requests for the same seed', async () => {
		const run = async (seed: number) => {
			simulator.clearFaults();
			simulator.addFaults({ kind: 'graphError', code: 2, rate: 0.5, seed });
			const statuses: number[] = [];
			for (let index = 0; index < 20; index += 1) {
				statuses.push((await send(simulator, text)).status);
			}
			return statuses.join();
		};
		const first = await run(7);
		expect(await run(7)).toBe(first);
		expect(await run(8)).not.toBe(first);
		expect(first).toContain('200');
		expect(first).toContain('503');
	});
});
