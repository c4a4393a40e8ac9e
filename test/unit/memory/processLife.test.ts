import { ProcessLife, signLifetime } from '../../../nodes/memory/processLife';
import { ProcessStore } from '../../../nodes/memory/processStore';

describe('ProcessLife', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** Two processes that share a memory. */
	function processes() {
		const memory = new ProcessStore();
		return { memory, one: new ProcessLife(memory), other: new ProcessLife(memory) };
	}

	it('shows others that work is in progress, for as long as it takes', async () => {
		const { one, other } = processes();
		const worker = await one.begin();
		expect(await other.isInProgress(worker)).toBe(true);
		await jest.advanceTimersByTimeAsync(10 * signLifetime);
		expect(await other.isInProgress(worker)).toBe(true);
	});

	it('shows others that a killed process works no more', async () => {
		const { one, other } = processes();
		const worker = await one.begin();
		one.stop();
		await jest.advanceTimersByTimeAsync(signLifetime - 1);
		expect(await other.isInProgress(worker)).toBe(true);
		await jest.advanceTimersByTimeAsync(1);
		expect(await other.isInProgress(worker)).toBe(false);
	});

	it('knows at once what this process works on', async () => {
		const { one } = processes();
		const [first, second] = [await one.begin(), await one.begin()];
		one.end(first);
		expect(await one.isInProgress(first)).toBe(false);
		expect(await one.isInProgress(second)).toBe(true);
	});

	it('says nothing while there is no work, and begins anew', async () => {
		const { memory, one, other } = processes();
		one.end(await one.begin());
		const set = jest.spyOn(memory, 'set');
		await jest.advanceTimersByTimeAsync(signLifetime);
		expect(set).not.toHaveBeenCalled();
		expect(jest.getTimerCount()).toBe(0);
		const worker = await one.begin();
		expect(await other.isInProgress(worker)).toBe(true);
	});

	it('begins work only when others can see that it lives', async () => {
		const { memory, one } = processes();
		let written: () => void = fail;
		jest.spyOn(memory, 'set').mockReturnValue(new Promise((resolve) => (written = resolve)));
		const begun: string[] = [];
		const all = ['first', 'second'].map(async (work) => {
			await one.begin();
			begun.push(work);
		});
		await jest.advanceTimersByTimeAsync(0);
		expect(begun).toEqual([]);
		written();
		await Promise.all(all);
		expect(begun).toEqual(['first', 'second']);
	});

	it('shows that it lives before it begins anew, if it was blocked for too long to show it', async () => {
		const { memory, one, other } = processes();
		await one.begin();
		// No timer runs meanwhile.
		const later = performance.now() + signLifetime;
		jest.setSystemTime(Date.now() + signLifetime);
		jest.spyOn(performance, 'now').mockReturnValue(later);
		const set = jest.spyOn(memory, 'set');
		const worker = await one.begin();
		expect(await other.isInProgress(worker)).toBe(true);
		await one.begin();
		expect(set).toHaveBeenCalledTimes(1);
	});

	it('does not know processes that it never met', async () => {
		const { one } = processes();
		expect(await one.isInProgress({ process: 'gone', work: 1 })).toBe(false);
	});
});

function fail(): never {
	throw new Error('Nothing was written');
}
