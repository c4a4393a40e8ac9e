import fc from 'fast-check';

import type { Store } from '../../../nodes/memory/store';
import { until } from '../until';
import { ModelStore } from './modelStore';
import { long, type Opener, type Place } from './place';

/** Texts that some store might read as a pattern, cut off, or take for another one. */
const texts = [
	['empty', ''],
	['JSON', '{"a":["b"]}'],
	['a list in JSON', '["a"]'],
	['a number', '0012'],
	['line breaks and quotes', '\r\n\t\'"`\\'],
	['accents, composed and not', 'é e\u0301'],
	['other scripts', 'مرحبا שלום 你好 हैलो'],
	['emoji', '👩‍👩‍👧‍👦🇩🇪'],
	['a null character', 'before\0after'],
	['all characters of a byte', String.fromCharCode(...Array(256).keys())],
	['not a character', '\uffff\ufeff\u{10ffff}'],
	['a megabyte', 'é'.repeat(500_000)],
] as const;

/** Characters of patterns and of SQL, and neighbours of `a`. */
const keys = [
	...['a', 'a*', 'a?', 'a[b]', 'a[^b]', 'a\\', 'a\\*', 'a%', 'a_', 'a:b', 'a b', "a'b"],
	...['A', 'b', 'ab', 'á', 'a\u{10ffff}', '', '😀', '*', '\\', '%', '_'],
].map((key) => `key ${key}`);

/**
 * What every store promises.
 * @param create makes an empty place; for a store without places, each store is one.
 */
export function storeContract(
	name: string,
	{ openStore }: Opener,
	create: () => Promise<Place> | Place,
): void {
	describe(`${name}: the contract of a store`, () => {
		let place: Place;
		let store: Store;

		beforeEach(async () => {
			place = await create();
			store = openStore(place.at);
		});

		afterEach(async () => {
			await store.close();
			await place.remove();
		});

		const expired = (key: string) => until(async () => (await store.get(key)) === undefined);

		describe('of a key that it does not know', () => {
			it.each<[string, (key: string) => Promise<unknown>, unknown]>([
				['gets nothing', (key) => store.get(key), undefined],
				[
					'gets nothing of several',
					(key) => store.getAll([key, `${key}s`]),
					[undefined, undefined],
				],
				['deletes nothing', (key) => store.delete(key), undefined],
				['replaces nothing', (key) => store.replace(key, '', 'new', long), false],
				['lists nothing', (key) => store.list(key), []],
				['removes nothing', (key) => store.remove(key, 'a'), undefined],
				['takes nothing', (key) => store.takeAll(key), []],
				['has no entries', (key) => store.entries(key), new Map()],
				['lets it be claimed', (key) => store.claim(key, 'mine', long), undefined],
			])('%s', async (_what, operation, expected) => {
				expect(await operation('unknown')).toEqual(expected);
			});
		});

		describe('of a value', () => {
			beforeEach(() => store.set('key', 'old', long));

			it.each<[string, () => Promise<unknown>, unknown, string | undefined]>([
				['set replaces it', () => store.set('key', 'new', long), undefined, 'new'],
				['delete removes it', () => store.delete('key'), undefined, undefined],
				['claim returns it', () => store.claim('key', 'new', long), 'old', 'old'],
				['replace sets it', () => store.replace('key', 'old', 'new', long), true, 'new'],
				['replace expects it', () => store.replace('key', 'older', 'new', long), false, 'old'],
				['the list is empty', () => store.list('other'), [], 'old'],
			])('%s', async (_what, operation, expected, after) => {
				expect(await operation()).toEqual(expected);
				expect(await store.get('key')).toBe(after);
			});

			it('is kept after its store has been closed, or is gone with it', async () => {
				await store.close();
				store = openStore(place.at);
				expect(await store.get('key')).toBe(place.at === '' ? undefined : 'old');
			});
		});

		describe('of a list', () => {
			beforeEach(async () => {
				for (const value of ['a', 'b', 'a']) await store.push('key', value, long, 10);
			});

			it('keeps the order and what is there twice', async () => {
				expect(await store.list('key')).toEqual(['a', 'b', 'a']);
			});

			it('drops the oldest beyond the limit of the latest push', async () => {
				await store.push('key', 'c', long, 2);
				expect(await store.list('key')).toEqual(['a', 'c']);
				await store.push('key', 'd', long, 1);
				expect(await store.list('key')).toEqual(['d']);
			});

			it('is taken once', async () => {
				expect(await store.takeAll('key')).toEqual(['a', 'b', 'a']);
				expect(await store.takeAll('key')).toEqual([]);
				expect(await store.list('key')).toEqual([]);
			});

			it('loses every entry with the value that is removed', async () => {
				await store.remove('key', 'a');
				expect(await store.list('key')).toEqual(['b']);
				await store.remove('key', 'c');
				expect(await store.list('key')).toEqual(['b']);
				await store.remove('key', 'b');
				expect(await store.list('key')).toEqual([]);
				await store.push('key', 'c', long, 10);
				expect(await store.list('key')).toEqual(['c']);
			});

			it('is deleted as a value is', async () => {
				await store.delete('key');
				expect(await store.list('key')).toEqual([]);
			});

			it('begins anew after it was taken', async () => {
				await store.takeAll('key');
				await store.push('key', 'c', long, 10);
				expect(await store.list('key')).toEqual(['c']);
			});

			it('is no entry', async () => {
				await store.set('key of a value', 'value', long);
				expect(await store.entries('key')).toEqual(new Map([['key of a value', 'value']]));
			});

			it('has a place for every text', async () => {
				await store.delete('key');
				for (const [, text] of texts) await store.push('key', text, long, 100);
				expect(await store.list('key')).toEqual(texts.map(([, text]) => text));
			});
		});

		it.each(texts)('keeps a value: %s', async (_what, text) => {
			await store.set('key', text, long);
			expect(await store.get('key')).toBe(text);
			expect(await store.claim('key', 'other', long)).toBe(text);
			expect(await store.entries('k')).toEqual(new Map([['key', text]]));
			expect(await store.replace('key', `${text}.`, 'other', long)).toBe(false);
			expect(await store.replace('key', text, 'other', long)).toBe(true);
		});

		it('gets many at once, in the order of the keys', async () => {
			const many = Array.from({ length: 2_500 }, (_, index) => `many:${index}`);
			const odd = many.filter((_, index) => index % 2 === 1);
			await Promise.all(odd.map((key) => store.set(key, `value of ${key}`, long)));
			await store.push('a list', 'value', long, 10);
			const asked = [...many.toReversed(), 'a list', 'many:1', 'many:1'];
			const expected = asked.map((key) => (odd.includes(key) ? `value of ${key}` : undefined));
			expect(await store.getAll(asked)).toEqual(expected);
			expect(await store.getAll([])).toEqual([]);
		});

		it('tells keys from each other, and takes prefixes literally', async () => {
			for (const key of keys) await store.set(key, `value of ${key}`, long);
			for (const key of keys) expect(await store.get(key)).toBe(`value of ${key}`);
			for (const prefix of keys) {
				const expected = keys.filter((key) => key.startsWith(prefix));
				expect([...(await store.entries(prefix)).keys()].sort()).toEqual(expected.sort());
			}
		});

		it('returns many entries, each once', async () => {
			const many = Array.from({ length: 5_000 }, (_, index) => `many:${index}`);
			await Promise.all(many.map((key) => store.set(key, key, long)));
			expect(await store.entries('many:')).toEqual(new Map(many.map((key) => [key, key])));
		});

		describe('when the lifetime is over', () => {
			it.each<[string, () => Promise<unknown>]>([
				['set', () => store.set('key', 'short', 1)],
				['set again', () => store.set('key', 'short', 1)],
				['claim', () => store.claim('key', 'short', 1)],
				['claim of many', () => store.claimAll(['other', 'key'], 'short', 1)],
				['replace', () => store.replace('key', 'before', 'short', 1)],
			])('a value is gone: %s', async (what, operation) => {
				if (!what.startsWith('claim') && what !== 'set') await store.set('key', 'before', long);
				await operation();
				await expired('key');
				expect(await store.replace('key', 'short', 'new', long)).toBe(false);
				expect(await store.entries('key')).toEqual(new Map());
				expect(await store.claim('key', 'next', long)).toBeUndefined();
				expect(await store.get('key')).toBe('next');
			});

			it('the whole list is gone, and the latest push decides when', async () => {
				await store.push('key', 'first', long, 10);
				await store.push('key', 'last', 1, 10);
				await until(async () => (await store.list('key')).length === 0);
				expect(await store.takeAll('key')).toEqual([]);
				await store.push('key', 'new', long, 10);
				expect(await store.list('key')).toEqual(['new']);
			});

			it('the list is gone, whatever was removed from it', async () => {
				for (const value of ['a', 'b']) await store.push('key', value, 50, 10);
				await store.remove('key', 'a');
				await until(async () => (await store.list('key')).length === 0);
			});

			it('what has got a new one goes on', async () => {
				await store.set('value', 'short', 50);
				await store.set('replaced', 'short', 50);
				await store.set('sign', 'of the end', 50);
				await store.push('list', 'first', 50, 10);
				await store.set('value', 'long', long);
				await store.replace('replaced', 'short', 'long', long);
				await store.push('list', 'last', long, 10);
				await expired('sign');
				expect(await store.get('value')).toBe('long');
				// On a busy machine it had ended before it was replaced.
				expect([undefined, 'long']).toContain(await store.get('replaced'));
				expect((await store.list('list')).at(-1)).toBe('last');
			});

			it('takes a part of a millisecond, and ten years', async () => {
				await store.set('short', 'value', 0.5);
				await expired('short');
				await store.set('long', 'value', 3_650 * 24 * long);
				expect(await store.get('long')).toBe('value');
			});
		});

		describe('of many at the same moment', () => {
			const thousand = Array.from({ length: 1_000 }, (_, index) => `${index}`);
			let second: Store;

			beforeEach(() => {
				second = place.at === '' ? store : openStore(place.at);
			});

			afterEach(() => second.close());

			const all = <Result>(use: (store: Store, who: string) => Promise<Result>) =>
				Promise.all(thousand.map((who, index) => use(index % 2 ? second : store, who)));

			it('one reads what the other has just been told is written', async () => {
				for (const value of thousand.slice(0, 50)) {
					await Promise.all(keys.map((key) => store.get(key)));
					await second.set('key', value, long);
					expect(await Promise.all([store.get('key'), second.get('key')])).toEqual([value, value]);
				}
			});

			it('one gets the key', async () => {
				const claims = await all((each, who) => each.claim('key', who, long));
				const winner = thousand[claims.indexOf(undefined)];
				expect(claims.filter((current) => current === undefined)).toHaveLength(1);
				expect(new Set(claims)).toEqual(new Set([undefined, winner]));
				expect(await store.get('key')).toBe(winner);
			});

			it('each of many keys is got once, by whoever claims them together', async () => {
				await store.set('500', 'there before', long);
				const [first, last] = await Promise.all([
					store.claimAll(thousand, 'first', long),
					second.claimAll(thousand.toReversed(), 'last', long),
				]);
				expect([first[500], last[499]]).toEqual(['there before', 'there before']);
				for (const [index, key] of thousand.entries()) {
					const claims = [first[index], last[999 - index]];
					const winner = await store.get(key);
					const expected =
						winner === 'first'
							? [undefined, 'first']
							: winner === 'last'
								? ['last', undefined]
								: [];
					if (key !== '500') expect([key, claims]).toEqual([key, expected]);
				}
				expect(await store.get('500')).toBe('there before');
				expect(await store.claimAll([], 'none', long)).toEqual([]);
			});

			it('one may replace the value', async () => {
				await store.set('key', 'free', long);
				const replaced = await all((each, who) => each.replace('key', 'free', who, long));
				expect(replaced.filter(Boolean)).toHaveLength(1);
				expect(await store.get('key')).toBe(thousand[replaced.indexOf(true)]);
			});

			it('each adds to the list', async () => {
				await all((each, who) => each.push('key', who, long, 1_000));
				expect((await store.list('key')).sort()).toEqual([...thousand].sort());
			});

			it('one takes the list', async () => {
				for (const value of ['a', 'b']) await store.push('key', value, long, 10);
				const taken = await all((each) => each.takeAll('key'));
				expect(taken.flat()).toEqual(['a', 'b']);
			});

			it('nobody loses a count', async () => {
				await store.set('key', '0', long);
				const increase = async () => {
					for (;;) {
						const current = (await store.get('key')) ?? '';
						if (await store.replace('key', current, `${Number(current) + 1}`, long)) return;
					}
				};
				await Promise.all(Array.from({ length: 20 }, increase));
				expect(await store.get('key')).toBe('20');
			});
		});

		it('behaves as a simple model of it, whatever is done', async () => {
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(anyOperation, { maxLength: 40 }), async (operations) => {
					const prefix = `run ${run++}:`;
					const model = new ModelStore();
					for (const { what, ...arguments_ } of operations) {
						const [actual, expected] = await Promise.all([
							play(store, what, arguments_, prefix),
							play(model, what, arguments_, prefix),
						]);
						expect([what, actual]).toEqual([what, expected]);
					}
				}),
			);
		});
	});
}

const anyText = fc.oneof(fc.constantFrom('a', 'b'), fc.string({ unit: 'binary' }));

const anyOperation = fc.record({
	what: fc.constantFrom(
		...(['get', 'getAll', 'set', 'delete', 'deleteList', 'claim', 'claimAll', 'replace'] as const),
		...(['push', 'list', 'remove', 'takeAll', 'entries'] as const),
	),
	// Few, so that operations meet.
	key: fc.constantFrom('', 'a', 'a*', 'ab'),
	value: anyText,
	expected: anyText,
	atMost: fc.integer({ min: 1, max: 4 }),
});

type Operation = typeof anyOperation extends fc.Arbitrary<infer Value> ? Value : never;

/** A key has a value or a list, so both have keys of their own. */
async function play(
	store: Pick<Store, Exclude<keyof Store, 'close'>>,
	what: Operation['what'],
	{ key, value, expected, atMost }: Omit<Operation, 'what'>,
	prefix: string,
): Promise<unknown> {
	const [ofValue, ofList] = [`${prefix}value ${key}`, `${prefix}list ${key}`];
	switch (what) {
		case 'get':
			return store.get(ofValue);
		case 'getAll':
			return store.getAll([ofValue, `${prefix}value ${value}`]);
		case 'set':
			return store.set(ofValue, value, long);
		case 'delete':
			return store.delete(ofValue);
		case 'deleteList':
			return store.delete(ofList);
		case 'claim':
			return store.claim(ofValue, value, long);
		case 'claimAll':
			return store.claimAll([...new Set([ofValue, `${prefix}value ${expected}`])], value, long);
		case 'replace':
			return store.replace(ofValue, expected, value, long);
		case 'push':
			return store.push(ofList, value, long, atMost);
		case 'list':
			return store.list(ofList);
		case 'remove':
			return store.remove(ofList, value);
		case 'takeAll':
			return store.takeAll(ofList);
		case 'entries':
			return [...(await store.entries(ofValue))].sort();
	}
}
