import { CancelledBeforeSending } from '../../../nodes/graphApi/errors/cancelledError';
import { lifetime, recentOr } from '../../../nodes/shared/account/recentReads';
import { stoppedClock } from '../../support/stoppedClock';

let clock: ReturnType<typeof stoppedClock>;
beforeEach(() => {
	clock = stoppedClock();
});
afterEach(() => jest.restoreAllMocks());

/** A read whose calls are counted. */
function counted(read: (call: number) => string) {
	let calls = 0;
	return {
		calls: () => calls,
		read: async () => {
			const call = ++calls;
			await Promise.resolve();
			return read(call);
		},
	};
}

const isUseful = (text: string) => text !== '';

describe('what was read recently', () => {
	it('is not read again for some minutes', async () => {
		const { read, calls } = counted(String);
		expect(await recentOr(['a'], read, isUseful)).toBe('1');
		clock.advance(lifetime.useful - 1);
		expect(await recentOr(['a'], read, isUseful)).toBe('1');
		clock.advance(1);
		expect(await recentOr(['a'], read, isUseful)).toBe('2');
		expect(calls()).toBe(2);
	});

	it.each([
		['useless', () => ''],
		[
			'an error',
			() => {
				throw new Error('No');
			},
		],
	])('is read again after seconds if it was %s', async (_name, respond) => {
		const { read, calls } = counted(respond);
		const again = async () => await recentOr(['a'], read, isUseful).catch(String);
		const first = await again();
		clock.advance(lifetime.useless - 1);
		expect(await again()).toBe(first);
		expect(calls()).toBe(1);
		clock.advance(1);
		await again();
		expect(calls()).toBe(2);
	});

	it('is read again if the execution was cancelled', async () => {
		const { read, calls } = counted((call) => {
			if (call === 1) throw new CancelledBeforeSending();
			return 'done';
		});
		await expect(recentOr(['a'], read, isUseful)).rejects.toThrow(CancelledBeforeSending);
		expect(await recentOr(['a'], read, isUseful)).toBe('done');
		expect(calls()).toBe(2);
	});

	it('is read once for all who ask at the same time', async () => {
		const { read, calls } = counted(String);
		const ask = () => recentOr(['a'], read, isUseful);
		expect(await Promise.all([ask(), ask(), ask()])).toEqual(['1', '1', '1']);
		expect(calls()).toBe(1);
	});

	it('is read again for the others if only one execution was cancelled', async () => {
		const { read, calls } = counted((call) => {
			if (call === 1) throw new CancelledBeforeSending();
			return 'done';
		});
		const ask = () => recentOr(['a'], read, isUseful).catch(() => 'cancelled');
		expect(await Promise.all([ask(), ask(), ask()])).toEqual(['cancelled', 'done', 'done']);
		expect(calls()).toBe(2);
	});

	it('is separate for each token, host and question', async () => {
		const { read, calls } = counted(String);
		for (const what of [
			['a', 'b', 'c'],
			['a', 'bc'],
			['ab', 'c'],
			['a', 'b', 'd'],
		]) {
			await recentOr(what, read, isUseful);
		}
		expect(calls()).toBe(4);
	});

	it('is bounded: the oldest are forgotten', async () => {
		const { read, calls } = counted(String);
		for (let index = 0; index < 1000; index++) await recentOr([String(index)], read, isUseful);
		await recentOr(['999'], read, isUseful);
		expect(calls()).toBe(1000);
		await recentOr(['0'], read, isUseful);
		expect(calls()).toBe(1001);
	});
});
