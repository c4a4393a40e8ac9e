import { concurrencyLayer } from '../../../nodes/graphApi/concurrency';
import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import { RequestError } from '../../../nodes/graphApi/errors/requestError';
import { rateLimitLayer } from '../../../nodes/graphApi/rateLimit';
import { retryLayer, retrying } from '../../../nodes/graphApi/retry';
import { defaultSendingRules, emptyReport } from '../../../nodes/graphApi/sendingRules';
import type { GraphRequest, Layer } from '../../../nodes/graphApi/types';
import { path } from '../../../nodes/graphApi/path';

/** A layer over requests whose responses the test controls; `started` are the IDs of those that got through. */
function underTest(layer: Layer) {
	const started: string[] = [];
	const pending = new Map<string, { succeed(): void; fail(): void }>();
	const send = layer(
		(request) =>
			new Promise((resolve, reject) => {
				const id = idOf(request);
				started.push(id);
				pending.set(id, {
					succeed: () => resolve({ body: {} }),
					fail: () => reject(new Error(id)),
				});
			}),
	);
	const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
	return { send, started, pending, settle };
}

const message = (id: string): GraphRequest => ({
	method: 'POST',
	path: path`/${id}`,
	on: 'phoneNumber',
});
const idOf = (request: GraphRequest) => request.path.slice(1);

describe('concurrencyLayer', () => {
	it('sends 2 requests at once and the next when one succeeds or fails', async () => {
		const { send, started, pending, settle } = underTest(concurrencyLayer(2));
		const sent = ['1', '2', '3', '4'].map((id) => send(message(id)).catch(() => undefined));
		await settle();
		expect(started).toEqual(['1', '2']);
		pending.get('2')?.fail();
		await settle();
		expect(started).toEqual(['1', '2', '3']);
		pending.get('1')?.succeed();
		pending.get('3')?.succeed();
		await settle();
		pending.get('4')?.succeed();
		await Promise.all(sent);
		for (const id of ['5', '6', '7']) void send(message(id));
		await settle();
		expect(started).toEqual(['1', '2', '3', '4', '5', '6']);
	});

	it('sends nothing that still waits once the run must stop', async () => {
		const controller = new AbortController();
		const { send, started, pending, settle } = underTest(concurrencyLayer(1, controller.signal));
		const first = send(message('1'));
		const second = send(message('2')).catch((error: unknown) => error);
		controller.abort();
		pending.get('1')?.succeed();
		await settle();
		expect(started).toEqual(['1']);
		expect(await first).toEqual({ body: {} });
		expect(await second).toMatchObject({ facts: { outcome: 'notAccepted' } });
	});
});

describe('rateLimitLayer', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** A run to a host: `send` sends one message, `started` lists the hosts and numbers of those that were sent. */
	function runTo(host: string, messagesPerSecond: number, started: string[] = []) {
		const layer = rateLimitLayer(host, { messagesPerSecond }, emptyReport(), undefined);
		const send = (phoneNumberId: string, more: { waitSignal?: AbortSignal; code?: number } = {}) =>
			layer(() => {
				started.push(`${host} ${phoneNumberId}`);
				const { code } = more;
				if (code === undefined) return Promise.resolve({ body: {} });
				const facts = { what: '', todo: '', retryable: false, code };
				return Promise.reject(new ApiError({ ...facts, outcome: 'notAccepted' }));
			})({ ...message('1'), ...more, countsFor: { phoneNumberId } }).catch(
				(error: unknown) => error,
			);
		return { send, started };
	}

	it('limits each number of each host, across all runs', async () => {
		const started: string[] = [];
		const first = runTo('a.test', 0.1, started);
		const second = runTo('a.test', 0.1, started);
		const other = runTo('b.test', 0.1, started);
		void first.send('1');
		void first.send('2');
		void second.send('1');
		void other.send('1');
		await jest.advanceTimersByTimeAsync(0);
		expect(started).toEqual(['a.test 1', 'a.test 2', 'b.test 1']);
	});

	it('does not limit a run with 0 messages per second', async () => {
		const { send, started } = runTo('e.test', 0);
		for (let index = 0; index < 3; index++) void send('1');
		await jest.advanceTimersByTimeAsync(0);
		expect(started).toHaveLength(3);
	});

	it('stops waiting when the signal of the request fires', async () => {
		const { send, started } = runTo('c.test', 0.1);
		const controller = new AbortController();
		void send('1');
		const second = send('1', { waitSignal: controller.signal });
		await jest.advanceTimersByTimeAsync(0);
		controller.abort();
		expect(await second).toBeInstanceOf(RequestError);
		expect(started).toHaveLength(1);
	});

	it('sends a message of another run before a broadcast has finished', async () => {
		const broadcast = runTo('d.test', 80);
		const reply = runTo('d.test', 80);
		for (let index = 0; index < 1000; index++) void broadcast.send('1');
		await jest.advanceTimersByTimeAsync(1000);
		void reply.send('1');
		await jest.advanceTimersByTimeAsync(100);
		expect(reply.started).toHaveLength(1);
	});

	it('retries a refused message within its time limit, however many messages wait', async () => {
		const rules = { ...defaultSendingRules, messagesPerSecond: 10, timeLimit: 2000 };
		const report = emptyReport();
		const tried: string[] = [];
		const unavailable = { what: '', todo: '', code: 131016, retryable: true } as const;
		const send = retryLayer(retrying(rules, report, undefined))(
			rateLimitLayer(
				'f.test',
				rules,
				report,
				undefined,
			)((request) => {
				tried.push(idOf(request));
				return tried.length === 1
					? Promise.reject(new ApiError({ ...unavailable, outcome: 'notAccepted' }))
					: Promise.resolve({ body: {} });
			}),
		);
		const sent = Array.from({ length: 100 }, (_entry, index) =>
			send({ ...message(String(index)), countsFor: { phoneNumberId: '1' } }),
		);
		await jest.advanceTimersByTimeAsync(1000);
		expect(tried.filter((id) => id === '0')).toHaveLength(2);
		expect(tried.length).toBeLessThan(20);
		await jest.advanceTimersByTimeAsync(20_000);
		expect(await Promise.all(sent)).toHaveLength(100);
	});

	it.each([
		['halves the rate after error 130429 and raises it again with each success', 130429, 500, 750],
		['keeps the rate after error 131047', 131047, 790, 802],
	])('%s', async (_what, code, least, most) => {
		const { send, started } = runTo(`${code}.test`, 80);
		await send('1', { code });
		for (let index = 0; index < 1000; index++) void send('1');
		await jest.advanceTimersByTimeAsync(10_000);
		expect(started.length).toBeGreaterThanOrEqual(least);
		expect(started.length).toBeLessThanOrEqual(most);
	});
});
