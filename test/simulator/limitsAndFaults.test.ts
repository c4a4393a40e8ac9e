import { type FaultInput, type Simulator } from '../../simulator';
import { defaultSettings } from '../../simulator/settings';
import { ada, call, pablo, send, start } from './support';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await start();
});
afterEach(() => simulator.stop());

const text = { text: { body: 'x' } };
const codes = async (count: number, message: Record<string, unknown>) => {
	const responses = await Promise.all(
		Array.from({ length: count }, () => send(simulator, message)),
	);
	return responses.map(({ status, error }) => error?.code ?? status);
};

describe('rate limits and faults of the simulator', () => {
	describe('rate limits', () => {
		it('are the ones Meta documents by default', () => {
			expect(defaultSettings()).toMatchObject({
				messagesPerSecond: 80,
				pairLimit: { burst: 45, everyMs: 6_000 },
			});
		});

		it('reject more than 45 messages at once to one customer (131056)', async () => {
			// No new message is allowed while the test runs.
			simulator.updateSettings({ pairLimit: { burst: 45, everyMs: 3_600_000 } });
			const pair = await codes(50, text);
			expect(pair.filter((code) => code === 200)).toHaveLength(45);
			expect(pair.filter((code) => code === 131056)).toHaveLength(5);
			expect((await send(simulator, { ...text, to: ada.waId })).status).toBe(200);
		});

		it('reject messages above the rate of a number (130429)', async () => {
			simulator.updateSettings({ messagesPerSecond: 1 });
			const responses = await codes(30, text);
			expect(responses).toContain(200);
			expect(responses).toContain(130429);
			expect(simulator.messages()).toHaveLength(responses.filter((code) => code === 200).length);
		});
	});

	describe('faults', () => {
		it.each<[string, FaultInput, number, number | undefined]>([
			['an error (130429)', { kind: 'graphError', code: 130429 }, 400, 130429],
			['an error with the status 429', { kind: 'graphError', code: 4, httpStatus: 429 }, 429, 4],
			['service unavailable (131016)', { kind: 'graphError', code: 131016 }, 500, 131016],
			['an error page (502)', { kind: 'httpError', httpStatus: 502 }, 502, undefined],
		])('return %s and accept no message', async (_name, fault, status, code) => {
			simulator.addFaults({ ...fault, times: 1 });
			const response = await send(simulator, text);
			expect({ status: response.status, code: response.error?.code }).toEqual({ status, code });
			expect(simulator.messages()).toHaveLength(0);
			expect(simulator.requests()).toMatchObject([{ status, errorCode: code }]);
			expect((await send(simulator, text)).status).toBe(200);
		});

		it.each([
			['dropBefore', 0],
			['dropAfter', 1],
		] as const)('cut the connection: %s accepts %d messages', async (kind, accepted) => {
			simulator.addFaults({ kind, times: 1 });
			await expect(send(simulator, text)).rejects.toThrow('fetch failed');
			expect(simulator.messages()).toHaveLength(accepted);
			expect(simulator.requests()).toMatchObject([{ status: 0 }]);
			expect((await send(simulator, text)).status).toBe(200);
		});

		it('return an error page after accepting the message', async () => {
			simulator.addFaults({ kind: 'httpError', accepted: true });
			expect((await send(simulator, text)).status).toBe(502);
			expect(simulator.messages()).toHaveLength(1);
		});

		it('apply only to matching calls', async () => {
			simulator.addFaults({
				kind: 'graphError',
				code: 131056,
				method: 'POST',
				path: '/messages$',
				recipient: ada.waId,
			});
			expect((await call(simulator, 'GET', '/v26.0/me')).status).toBe(200);
			expect((await send(simulator, { ...text, to: pablo.waId })).status).toBe(200);
			expect((await send(simulator, { ...text, to: ada.waId })).error.code).toBe(131056);
			expect((await send(simulator, { ...text, to: `+${ada.waId}` })).error.code).toBe(131056);
			expect(simulator.faults()).toMatchObject([{ struck: 2 }]);
			simulator.clearFaults();
			expect((await send(simulator, { ...text, to: ada.waId })).status).toBe(200);
		});

		it('apply to the same calls with the same seed', async () => {
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
});
