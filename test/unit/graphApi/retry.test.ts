import { getEventListeners } from 'node:events';

import { ApiError } from '../../../nodes/graphApi/errors/apiError';
import { CancelledBeforeSending } from '../../../nodes/graphApi/errors/cancelledError';
import { RequestError } from '../../../nodes/graphApi/errors/requestError';
import type { RequestErrorFacts } from '../../../nodes/graphApi/errors/requestError';
import { retryLayer, retrying } from '../../../nodes/graphApi/retry';
import { defaultSendingRules, emptyReport } from '../../../nodes/graphApi/sendingRules';
import type { SendingRules } from '../../../nodes/graphApi/sendingRules';
import { signalAfter } from '../../../nodes/graphApi/signalAfter';
import type { GraphRequest } from '../../../nodes/graphApi/types';
import { wait } from '../../../nodes/graphApi/wait';
import { path } from '../../../nodes/graphApi/path';

describe('retrying', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const failure = (facts: Partial<RequestErrorFacts>) =>
		new ApiError({ what: '', todo: '', outcome: 'notAccepted', retryable: false, ...facts });
	const unavailable = failure({ code: 131016, retryable: true });
	const tooFast = failure({ code: 130429, retryable: true });
	const pairLimit = failure({ code: 131056, retryable: true });
	const refused = failure({ code: 131047 });
	const unknown = failure({ outcome: 'unknown' });

	function cancellation() {
		const controller = new AbortController();
		return { signal: controller.signal, abort: () => controller.abort() };
	}

	/** Fails with the errors in order, then succeeds. Returns the seconds at which each try was made. */
	async function tries(errors: Error[], rules: Partial<SendingRules> = {}, signal?: AbortSignal) {
		const report = emptyReport();
		const retry = retrying({ ...defaultSendingRules, ...rules }, report, signal);
		const startedAt = Date.now();
		const at: number[] = [];
		const result = retry(() => {
			at.push((Date.now() - startedAt) / 1000);
			const error = errors[at.length - 1];
			return error ? Promise.reject(error) : Promise.resolve('sent');
		}).catch((error: unknown) => error);
		await jest.advanceTimersByTimeAsync(24 * 3600_000);
		return { at, report, result: await result };
	}

	it('retries what was certainly not accepted', async () => {
		const { at, report, result } = await tries([unavailable, unavailable]);
		expect(result).toBe('sent');
		expect(at).toHaveLength(3);
		expect(report).toMatchObject({ retries: 2, throttled: 0 });
	});

	it.each([
		['a permanent refusal', refused],
		['an unknown outcome', unknown],
		['an error that is not a RequestError', new Error('bug')],
	])('does not retry after %s', async (_name, error) => {
		const { at, result } = await tries([error]);
		expect(at).toHaveLength(1);
		expect(result).toBe(error);
	});

	it('retries after an unknown outcome when the user chose that', async () => {
		expect((await tries([unknown], { resendUnknown: true })).result).toBe('sent');
	});

	it('gives up after maxRetries', async () => {
		const { at, result } = await tries(Array<Error>(9).fill(unavailable), { maxRetries: 3 });
		expect(at).toHaveLength(4);
		expect(result).toBe(unavailable);
	});

	it('retries throttled requests until the time limit, whatever maxRetries is', async () => {
		const patient = await tries(Array<Error>(9).fill(tooFast), { maxRetries: 1 });
		expect(patient.result).toBe('sent');
		expect(patient.report).toMatchObject({ retries: 9, throttled: 9 });
		const endless = await tries(Array<Error>(500).fill(tooFast), { timeLimit: 60_000 });
		expect(endless.result).toBe(tooFast);
		expect(endless.at.at(-1)).toBeLessThanOrEqual(60);
	});

	it('waits 4^n seconds for the pair limit', async () => {
		expect((await tries([pairLimit, pairLimit, pairLimit])).at).toEqual([0, 1, 5, 21]);
	});

	it('counts only pair limit refusals for 4^n', async () => {
		const { at } = await tries([unavailable, tooFast, unavailable, tooFast, pairLimit, pairLimit]);
		expect((at[5] ?? 0) - (at[4] ?? 0)).toBeCloseTo(1);
		expect((at[6] ?? 0) - (at[5] ?? 0)).toBeCloseTo(4);
	});

	it.each([0, 0.001])('keeps longer pauses when Retry-After is %d seconds', async (retryAfter) => {
		const askedAgain = failure({ code: 130429, retryable: true, retryAfter });
		const { at } = await tries(Array<Error>(6).fill(askedAgain));
		expect(at.at(-1)).toBeGreaterThan(6);
	});

	it.each([
		['the time limit', false, 10_000],
		['until the execution is cancelled', true, 5000],
	])('waits for a permit to retry no longer than %s', async (_what, cancelled, givenUpAt) => {
		const { signal, abort } = cancellation();
		const report = emptyReport();
		const retry = retrying({ ...defaultSendingRules, timeLimit: 10_000 }, report, signal);
		let attempts = 0;
		const startedAt = Date.now();
		const result = retry(async (timeIsUp) => {
			if (attempts++ === 0) throw tooFast;
			await wait(60_000, timeIsUp);
		}).catch((error: unknown) => [error, Date.now() - startedAt]);
		await jest.advanceTimersByTimeAsync(5000);
		if (cancelled) abort();
		await jest.advanceTimersByTimeAsync(20_000);
		expect(await result).toEqual([tooFast, givenUpAt]);
		expect(report.retries).toBe(0);
		expect(jest.getTimerCount()).toBe(0);
		expect(getEventListeners(signal, 'abort')).toEqual([]);
	});

	it('does not wait for a permit when the execution was just cancelled', () => {
		const { signal, clear } = signalAfter(1000, AbortSignal.abort());
		expect(signal.aborted).toBe(true);
		clear();
	});

	it('waits as long as Retry-After asks', async () => {
		expect((await tries([failure({ retryable: true, retryAfter: 7 })])).at).toEqual([0, 7]);
	});

	it.each([
		[[pairLimit], 'notAccepted'],
		[[unknown, pairLimit], 'unknown'],
	])('stops waiting when the execution is cancelled', async (errors, outcome) => {
		const { signal, abort } = cancellation();
		setTimeout(abort, 700);
		const { at, result } = await tries(errors, { resendUnknown: true }, signal);
		expect(at).toHaveLength(errors.length);
		expect(result).toMatchObject({ facts: { outcome, code: 131056 } });
	});

	it.each<[string, Error[], Partial<SendingRules>]>([
		['is refused', [unknown, refused], {}],
		['is refused after one that was not accepted', [unknown, unavailable, refused], {}],
		['is the last one allowed', [unknown, unavailable], { maxRetries: 1 }],
		[
			'may only be retried after the time limit',
			[unknown, failure({ retryable: true, retryAfter: 3600 })],
			{},
		],
		['was never made', [unknown, unavailable, new CancelledBeforeSending()], {}],
	])(
		'keeps the unknown outcome of an earlier try when the last one %s',
		async (_what, errors, rules) => {
			const { at, result } = await tries(errors, { resendUnknown: true, ...rules });
			expect(at).toHaveLength(errors.length);
			expect(result).toMatchObject({
				facts: {
					outcome: 'unknown',
					retryable: false,
					todo: expect.stringMatching(/^An earlier try got no response.*before you send it again/),
				},
			});
		},
	);

	it('mentions no earlier try when there was only one', async () => {
		const { result } = await tries([unknown], { resendUnknown: true, maxRetries: 0 });
		expect(result).toMatchObject({ facts: unknown.facts });
	});

	it('spreads the retries of requests that failed at the same moment', async () => {
		const second = async () => (await tries([unavailable])).at[1];
		const times = [await second(), await second(), await second(), await second()];
		expect(new Set(times).size).toBeGreaterThan(1);
	});

	it('pauses for less than a minute unless Meta asks for more', async () => {
		const { at } = await tries(Array<Error>(20).fill(tooFast), { timeLimit: 24 * 3600_000 });
		const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
		expect(pauses).toHaveLength(20);
		expect(Math.max(...pauses)).toBeLessThan(60);
	});

	it('treats HTTP status 429 without a code as throttling', async () => {
		const { report } = await tries([failure({ httpStatus: 429, retryable: true })], {
			maxRetries: 0,
		});
		expect(report).toMatchObject({ retries: 1, throttled: 1 });
	});

	it('counts time in which several requests wait once', async () => {
		const report = emptyReport();
		const retry = retrying(defaultSendingRules, report, undefined);
		const waiting = (retryAfter: number) => {
			let failed = false;
			return retry(async () => {
				if (failed) return 'sent';
				failed = true;
				throw failure({ retryable: true, retryAfter });
			});
		};
		const first = waiting(3);
		await jest.advanceTimersByTimeAsync(1000);
		const second = waiting(1);
		await jest.advanceTimersByTimeAsync(500);
		expect(report.waiting.seconds).toBeCloseTo(1.5, 1);
		await jest.advanceTimersByTimeAsync(10_000);
		await Promise.all([first, second]);
		expect(report.waiting.seconds).toBeCloseTo(3, 1);
	});

	it.each<[string, GraphRequest]>([
		[
			'a form',
			{
				method: 'POST',
				path: path`/1/media`,
				on: 'phoneNumber',
				form: { messaging_product: 'whatsapp' },
			},
		],
		[
			'a file in memory',
			{
				method: 'POST',
				path: path`/1/media`,
				on: 'phoneNumber',
				form: { file: { fileName: 'a', mimeType: 'image/png', content: Buffer.from('a') } },
			},
		],
	])('leaves the retries of %s to the caller', async (_what, request) => {
		let tries = 0;
		const send = retryLayer(
			retrying(
				{ maxRetries: 3, timeLimit: 60_000, resendUnknown: false },
				emptyReport(),
				undefined,
			),
		)(() => {
			tries++;
			return Promise.reject(
				new ApiError({ what: '', todo: '', outcome: 'notAccepted', retryable: true }),
			);
		});
		await expect(send(request)).rejects.toBeInstanceOf(RequestError);
		expect(tries).toBe(1);
	});

	it('passes on a signal for the end of the time limit', async () => {
		const retry = retrying(defaultSendingRules, emptyReport(), undefined);
		const signals: Array<GraphRequest['waitSignal']> = [];
		const send = retryLayer(retry)(({ waitSignal }) => {
			signals.push(waitSignal);
			return signals.length === 1 ? Promise.reject(tooFast) : Promise.resolve({ body: {} });
		});
		const sent = send({ method: 'POST', path: path`/1/messages`, on: 'phoneNumber' });
		await jest.advanceTimersByTimeAsync(1000);
		await sent;
		expect(signals).toEqual([undefined, expect.any(AbortSignal)]);
	});
});
