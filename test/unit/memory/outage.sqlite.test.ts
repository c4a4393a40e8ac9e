import fc from 'fast-check';

import type { Memory } from '../../../nodes/memory/memory';
import type { Store } from '../../../nodes/memory/store';
import { cutOff, lock, Log, memoryIn } from '../../support/stores/outage';
import { long, type Place } from '../../support/stores/place';
import { createPlace, openStore } from '../../support/stores/sqlite';
import { until } from '../../support/until';

describe('after an outage of the store', () => {
	let place: Place;
	let memory: Memory;
	let other: Store;
	let log: Log;

	beforeEach(async () => {
		place = createPlace();
		log = new Log();
		memory = memoryIn(place.at, log);
		other = openStore(place.at);
		await memory.set('opens the file', '', long);
	});

	afterEach(async () => {
		await memory.close();
		await other.close();
		await place.remove();
	});

	const isWhole = () => until(() => memory.weakness === undefined);

	async function during(work: () => Promise<void>): Promise<void> {
		const end = cutOff(place.at);
		try {
			await work();
			// What was only read may have gone well.
			await memory.set('written', '', long);
			expect(memory.weakness).toBeDefined();
		} finally {
			end();
		}
		await isWhole();
	}

	it.each<[string, (memory: Memory) => Promise<unknown>, string | undefined]>([
		['what was set is there', (memory) => memory.set('key', 'new', long), 'new'],
		['what was deleted does not come back', (memory) => memory.delete('key'), undefined],
		['what was claimed before stays', (memory) => memory.claim('key', 'new', long), 'old'],
		['what was replaced is', (memory) => memory.replace('key', 'old', 'new', long), 'new'],
		[
			'what was replaced by another stays',
			(memory) => memory.replace('key', 'older', 'new', long),
			'old',
		],
		[
			'what was set and deleted is not there',
			async (memory) => {
				await memory.set('key', 'new', long);
				await memory.delete('key');
			},
			undefined,
		],
		[
			'what was deleted and claimed is there',
			async (memory) => {
				await memory.delete('key');
				await memory.claim('key', 'new', long);
			},
			'new',
		],
		[
			'what was claimed and released is free',
			async (memory) => {
				await memory.delete('key');
				await memory.claim('key', 'new', long);
				await memory.replace('key', 'new', 'new', 1);
				await until(async () => (await memory.get('key')) === undefined);
			},
			undefined,
		],
		[
			'what has expired does not bring back what was before it',
			async (memory) => {
				await memory.set('key', 'short', 1);
				await until(async () => (await memory.get('key')) === undefined);
			},
			undefined,
		],
	])('%s', async (_what, operation, expected) => {
		await memory.set('key', 'old', long);
		await during(async () => {
			await operation(memory);
		});
		await until(async () => (await other.get('key')) === expected);
		expect(await memory.get('key')).toBe(expected);
		expect(log.lines).toEqual([
			expect.stringMatching(/^warn: The memory file .* cannot be used \(ENOTDIR/),
			'info: The memory of the WhatsApp nodes is complete again.',
		]);
	});

	it('a claim and its result are there', async () => {
		await during(async () => {
			expect(await memory.claim('key', 'claimed', long)).toBeUndefined();
			expect(await memory.claim('key', 'claimed again', long)).toBe('claimed');
			expect(await memory.replace('key', 'claimed', 'sent', long)).toBe(true);
		});
		expect(await other.get('key')).toBe('sent');
	});

	it('what another process has claimed meanwhile stays, with its result', async () => {
		await other.claim('key', 'theirs', long);
		await during(async () => {
			await memory.claim('key', 'ours', long);
			await memory.replace('key', 'ours', 'ours, sent', long);
		});
		expect(await other.get('key')).toBe('theirs');
	});

	it('a list goes on, and what was taken meanwhile is not there', async () => {
		await memory.push('kept', 'before', long, 10);
		await memory.push('taken', 'before', long, 10);
		await during(async () => {
			await memory.push('kept', 'meanwhile', long, 10);
			await memory.push('taken', 'meanwhile', long, 10);
			expect(await memory.takeAll('taken')).toEqual(['meanwhile']);
		});
		expect(await other.list('kept')).toEqual(['before', 'meanwhile']);
		expect(await other.list('taken')).toEqual(['before']);
	});

	it('what was removed from a list meanwhile is not there', async () => {
		await memory.push('list', 'before', long, 10);
		await during(async () => {
			for (const value of ['one', 'two']) await memory.push('list', value, long, 10);
			await memory.remove('list', 'one');
			await memory.remove('list', 'before');
			expect(await memory.list('list')).toEqual(['two']);
		});
		expect(await other.list('list')).toEqual(['two']);
	});

	it('says nothing of being whole while it can be neither read nor written', async () => {
		const end = cutOff(place.at);
		for (let tries = 0; tries < 20; tries++) {
			expect(await memory.get('key')).toBeUndefined();
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		expect(log.lines).toHaveLength(1);
		end();
		await isWhole();
		expect(log.lines).toHaveLength(2);
	});

	it('hands over 20,000 keys while others are written', async () => {
		const end = cutOff(place.at);
		const keys = Array.from({ length: 20_000 }, (_, index) => `key:${index}`);
		await Promise.all(keys.slice(0, 15_000).map((key) => memory.claim(key, key, long)));
		end();
		const [first, ...rest] = keys.slice(15_000);
		await Promise.all(
			rest.map(async (key, index) => {
				if (index % 2) await isWhole();
				await memory.claim(key, key, long);
			}),
		);
		await isWhole();
		await memory.claim(first ?? '', first ?? '', long);
		expect((await other.entries('key:')).size).toBe(20_000);
	});

	const fewKeys = fc.constantFrom('a', 'b', 'c');
	/** Random outages. `true` begins or ends one. */
	const anyStory = <Step>(step: fc.Arbitrary<Step>) =>
		fc.array(
			fc.oneof({ weight: 1, arbitrary: fc.constant(true) }, { weight: 5, arbitrary: step }),
			{
				maxLength: 30,
			},
		);

	async function play<Step>(
		story: Array<Step | boolean>,
		act: (step: Step) => Promise<void>,
		begin = cutOff,
	) {
		let end: (() => void) | undefined;
		for (const step of story) {
			if (typeof step !== 'boolean') await act(step);
			else if (end) {
				end();
				end = undefined;
			} else {
				end = begin(place.at);
			}
		}
		end?.();
		await isWhole();
	}

	it('the last word on a value counts, whatever happens when', async () => {
		const write = fc.record({
			key: fc.option(fewKeys, { nil: 'd' }),
			value: fc.option(fc.string()),
		});
		await fc.assert(
			fc.asyncProperty(anyStory(write), async (story) => {
				const last = new Map<string, string>();
				await Promise.all(['a', 'b', 'c', 'd'].map((key) => memory.delete(key)));
				await play(story, async ({ key, value }) => {
					if (value === null) {
						last.delete(key);
						await memory.delete(key);
					} else {
						last.set(key, value);
						await memory.set(key, value, long);
					}
				});
				for (const key of ['a', 'b', 'c', 'd']) {
					expect([key, await other.get(key)]).toEqual([key, last.get(key)]);
				}
			}),
			{ numRuns: 30 },
		);
	});

	it('says the last word all along if the store can be read, whatever happens when', async () => {
		const write = fc.record({ key: fewKeys, value: fc.option(fc.string()), claims: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(anyStory(write), async (story) => {
				const last = new Map<string, string>();
				await Promise.all(['a', 'b', 'c'].map((key) => memory.delete(key)));
				const act = async ({
					key,
					value,
					claims,
				}: {
					key: string;
					value: string | null;
					claims: boolean;
				}) => {
					if (value === null) {
						last.delete(key);
						await memory.delete(key);
					} else if (claims) {
						expect(await memory.claim(key, value, long)).toBe(last.get(key));
						last.set(key, last.get(key) ?? value);
					} else {
						last.set(key, value);
						await memory.set(key, value, long);
					}
					for (const each of ['a', 'b', 'c']) expect(await memory.get(each)).toBe(last.get(each));
				};
				await play(story, act, lock);
				for (const key of ['a', 'b', 'c']) expect(await other.get(key)).toBe(last.get(key));
			}),
			{ numRuns: 30 },
		);
	});

	it('nothing in a list is lost or handed out twice, whatever happens when', async () => {
		const use = fc.record({ key: fewKeys, takes: fc.boolean() });
		await fc.assert(
			fc.asyncProperty(anyStory(use), async (story) => {
				let count = 0;
				const taken: string[] = [];
				await play(story, async ({ key, takes }) => {
					if (takes) taken.push(...(await memory.takeAll(key)));
					else await memory.push(key, `${count++}`, long, 100);
				});
				for (const key of ['a', 'b', 'c']) taken.push(...(await other.takeAll(key)));
				const expected = Array.from({ length: count }, (_, index) => `${index}`);
				expect([...taken].sort()).toEqual(expected.sort());
			}),
			{ numRuns: 30 },
		);
	});
});

describe('while the store can be read, but not written', () => {
	let place: Place;
	let memory: Memory;
	let release: () => void;

	beforeEach(async () => {
		place = createPlace();
		memory = memoryIn(place.at, new Log());
		await memory.set('key', 'old', long);
		await memory.push('list', 'old', long, 10);
		release = lock(place.at);
		await memory.set('written', '', long);
		expect(memory.weakness).toContain('locked');
	});

	afterEach(async () => {
		release();
		await memory.close();
		await place.remove();
	});

	it('what it has still counts', async () => {
		expect(await memory.get('key')).toBe('old');
		expect(await memory.getAll(['none', 'key', 'written'])).toEqual([undefined, 'old', '']);
		expect(await memory.claim('key', 'new', long)).toBe('old');
		expect(await memory.list('list')).toEqual(['old']);
		expect(await memory.entries('key')).toEqual(new Map([['key', 'old']]));
	});

	it('what has changed since counts more', async () => {
		await memory.set('key', 'new', long);
		await memory.push('list', 'new', long, 10);
		expect(await memory.get('key')).toBe('new');
		expect(await memory.getAll(['key', 'none'])).toEqual(['new', undefined]);
		expect(await memory.list('list')).toEqual(['old', 'new']);
		expect(await memory.entries('key')).toEqual(new Map([['key', 'new']]));
		await memory.delete('key');
		await memory.delete('list');
		expect(await memory.get('key')).toBeUndefined();
		expect(await memory.list('list')).toEqual([]);
		expect(await memory.entries('key')).toEqual(new Map());
		expect(await memory.claim('key', 'newest', long)).toBeUndefined();
	});

	it('only one of several gets what it does not have', async () => {
		const found = await Promise.all(
			['one', 'other'].map((value) => memory.claim('free', value, long)),
		);
		expect(found).toEqual([undefined, 'one']);
	});
});
