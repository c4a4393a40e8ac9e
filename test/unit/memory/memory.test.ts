import { Memory } from '../../../nodes/memory/memory';
import { ProcessStore } from '../../../nodes/memory/processStore';
import { until } from '../../support/until';
import { long } from '../../support/stores/place';

describe('A memory whose store fails once', () => {
	let store: ProcessStore;
	let memory: Memory;

	beforeEach(() => {
		store = new ProcessStore();
		const log = { warn: () => undefined, info: () => undefined };
		memory = new Memory(store, () => 'The store failed.', log, 600_000);
		const { claim } = store;
		store.claim = async (...claimed) => {
			store.claim = claim;
			await store.claim(...claimed);
			throw new Error('no response');
		};
	});

	afterEach(() => memory.close());

	it('has a claim that the store has got, although it did not say so', async () => {
		expect(await memory.claim('key', 'mine', long)).toBeUndefined();
		expect(await memory.claim('key', 'mine', long)).toBe('mine');
	});

	it('has a claim that the store has got, although it is back before it says so', async () => {
		const { get } = store;
		store.get = async (key) => {
			await until(() => memory.weakness === undefined);
			return await get.call(store, key);
		};
		expect(await memory.claim('key', 'mine', long)).toBeUndefined();
		expect(await memory.claim('key', 'mine', long)).toBe('mine');
	});

	it('has all of many claims, whichever of them the store has got', async () => {
		await store.set('b', 'theirs', long);
		const claims = () => memory.claimAll(['a', 'b', 'c'], 'mine', long);
		expect(await claims()).toEqual([undefined, 'theirs', undefined]);
		expect(await claims()).toEqual(['mine', 'theirs', 'mine']);
	});

	it.each([
		['one', async (value: string) => await memory.claim('key', value, long)],
		['several', async (value: string) => (await memory.claimAll(['key'], value, long))[0]],
	])(
		'gives one of two claims, if one fails while the other is on its way: %s',
		async (_n, claim) => {
			let letGo: () => void = () => undefined;
			const isOnItsWay = new Promise<void>((resolve) => (letGo = resolve));
			store.claim = async (key, value, lifetime) => {
				if (value === 'quick') throw new Error('no response');
				await isOnItsWay;
				return await ProcessStore.prototype.claim.call(store, key, value, lifetime);
			};
			const slow = claim('slow');
			expect(await claim('quick')).toBeUndefined();
			letGo();
			expect(await slow).toBe('quick');
		},
	);

	it('leaves to others what they had claimed', async () => {
		await store.set('key', 'theirs', long);
		expect(await memory.claim('key', 'mine', long)).toBe('theirs');
	});

	it('soon looks whether the store is back', async () => {
		await memory.claim('key', 'mine', long);
		expect(memory.weakness).toBeDefined();
		await until(() => memory.weakness === undefined);
	});
});
