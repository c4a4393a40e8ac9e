import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import type { RequestErrorFacts } from '../../../nodes/graphApi/errors/requestError';
import { KeyPause } from '../../../nodes/graphApi/keyPause';
import { path } from '../../../nodes/graphApi/path';
import { processState } from '../../../nodes/graphApi/processState';
import { rateLimitLayer } from '../../../nodes/graphApi/rateLimit';
import { retryLayer, retrying } from '../../../nodes/graphApi/retry';
import { defaultSendingRules, emptyReport } from '../../../nodes/graphApi/sendingRules';

const tooMany: Partial<RequestErrorFacts> = { httpStatus: 429, retryAfter: 60, retryable: true };

/** A host that counts requests by key: `refuse` is what it says to the next one, and `tried` are those that reached it. */
function host() {
	const tried: string[] = [];
	const state: { refuse?: Partial<RequestErrorFacts> } = {};
	const run = (key: string | undefined, rules: Partial<typeof defaultSendingRules> = {}) => {
		const own = { ...defaultSendingRules, ...rules };
		const report = emptyReport();
		const limited = rateLimitLayer(
			'api.test',
			own,
			report,
			undefined,
			undefined,
			new KeyPause(key, own.timeLimit),
		);
		const send = retryLayer(retrying(own, report, undefined))(
			limited((request) => {
				tried.push(request.path.slice(1));
				const { refuse } = state;
				state.refuse = undefined;
				if (!refuse) return Promise.resolve({ body: {} });
				const facts = { what: '', todo: '', outcome: 'notAccepted', retryable: false } as const;
				return Promise.reject(new ApiError({ ...facts, ...refuse }));
			}),
		);
		return async (id: string, phoneNumberId?: string) => {
			const countsFor = phoneNumberId === undefined ? undefined : { phoneNumberId };
			const request = { method: 'POST', path: path`/${id}`, on: 'phoneNumber', countsFor } as const;
			return await send(request).catch((error: unknown) => error);
		};
	};
	return { tried, state, run };
}

describe('The pause of a key', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => {
		jest.useRealTimers();
		processState.reset();
	});

	it('holds every request with the key until the time that the host names, and no other', async () => {
		const { tried, state, run } = host();
		const [send, other, keyless] = [run('k1'), run('k2'), run(undefined)];
		state.refuse = tooMany;
		const sent = [send('1', '15550001111')];
		await jest.advanceTimersByTimeAsync(10);
		sent.push(send('2', '15550002222'), run('k1')('3'), other('4'), keyless('5'));
		await jest.advanceTimersByTimeAsync(59_000);
		expect(tried).toEqual(['1', '4', '5']);
		await jest.advanceTimersByTimeAsync(2_000);
		expect(tried.slice(3).sort()).toEqual(['1', '2', '3']);
		expect(await Promise.all(sent)).toEqual(Array(5).fill({ body: {} }));
	});

	it('is followed by the rate of the number, not by all that waited at once', async () => {
		const { tried, state, run } = host();
		const send = run('k1', { messagesPerSecond: 10 });
		state.refuse = tooMany;
		// They wait for the limiter when the pause begins.
		for (let index = 0; index < 200; index++) void send(String(index), '1');
		await jest.advanceTimersByTimeAsync(60_000);
		expect(tried.length).toBeLessThanOrEqual(3);
		await jest.advanceTimersByTimeAsync(1_000);
		expect(tried.length).toBeGreaterThan(5);
		expect(tried.length).toBeLessThan(20);
	});

	it('does not keep somebody waiting who has less time', async () => {
		const { tried, state, run } = host();
		state.refuse = tooMany;
		void run('k1')('1');
		await jest.advanceTimersByTimeAsync(10);
		void run('k1', { timeLimit: 30_000 })('2');
		await jest.advanceTimersByTimeAsync(10);
		expect(tried).toEqual(['1', '2']);
	});

	it.each<[string, Partial<RequestErrorFacts>]>([
		["after one of Meta's own limits", { ...tooMany, code: 130_429 }],
		['after a refusal that names no time', { ...tooMany, retryAfter: undefined }],
		['after another error', { ...tooMany, httpStatus: 503 }],
	])('does not begin %s', async (_when, refuse) => {
		const { tried, state, run } = host();
		state.refuse = refuse;
		void run('k1')('1');
		await jest.advanceTimersByTimeAsync(10);
		void run('k1')('2');
		await jest.advanceTimersByTimeAsync(10);
		expect(tried.slice(0, 2)).toEqual(['1', '2']);
	});
});
