import { allPages, pages } from '../../../nodes/graphApi/pages';
import type { GraphRequest, JsonObject, JsonValue, Send } from '../../../nodes/graphApi/types';
import { factsOfFailure } from '../../support/failure';
import { path } from '../../../nodes/graphApi/path';

const request: GraphRequest = {
	method: 'GET',
	path: path`/1/list`,
	on: 'phoneNumber',
	query: { fields: 'id' },
};

function list(...responses: JsonObject[]): { send: Send; queries: Array<GraphRequest['query']> } {
	const queries: Array<GraphRequest['query']> = [];
	const send: Send = ({ query }) => {
		queries.push(query);
		return Promise.resolve({ body: responses[queries.length - 1] ?? { data: [] } });
	};
	return { send, queries };
}

const entries = (...ids: string[]) => ids.map((id) => ({ id }));
const page = (ids: string[], after?: string, next = after !== undefined): JsonObject => ({
	data: entries(...ids),
	paging: { cursors: { after }, ...(next ? { next: 'https://graph.facebook.com/…' } : {}) },
});

describe('pages', () => {
	it('follows the cursors to the last page', async () => {
		const { send, queries } = list(page(['a', 'b'], 'c1'), page(['c'], 'c2', false));
		expect(await allPages(send, request, { pageSize: 2 })).toEqual(entries('a', 'b', 'c'));
		expect(queries).toEqual([
			{ fields: 'id', limit: 2, after: undefined },
			{ fields: 'id', limit: 2, after: 'c1' },
		]);
	});

	it('stops at the limit and requests no more than is left', async () => {
		const { send, queries } = list(page(['a', 'b'], 'c1'), page(['c', 'd'], 'c2'));
		expect(await allPages(send, request, { limit: 3, pageSize: 2 })).toEqual(
			entries('a', 'b', 'c'),
		);
		expect(queries.map((query) => query?.limit)).toEqual([2, 1]);
	});

	it('requests no further page when a page ends at the limit', async () => {
		const { send, queries } = list(page(['a', 'b'], 'c1'), page(['c'], 'c2'));
		expect(await allPages(send, request, { limit: 2, pageSize: 2 })).toEqual(entries('a', 'b'));
		expect(queries).toHaveLength(1);
	});

	it('finds groups, which are one level deeper', async () => {
		const groups = (...ids: string[]) => ({ ...page([], 'c1'), data: { groups: entries(...ids) } });
		const { send } = list(groups('a', 'b'), groups('c', 'd'));
		expect(await allPages(send, request, { limit: 3 })).toEqual(entries('a', 'b', 'c'));
	});

	it.each<[string, JsonObject, JsonValue[]]>([
		['entries that are texts', { data: ['a', { id: 'b' }] }, ['a', { id: 'b' }]],
		['an object instead of a list', { id: '7', name: 'x' }, [{ id: '7', name: 'x' }]],
	])('keeps %s', async (_what, body, expected) => {
		expect(await allPages(list(body).send, request)).toEqual(expected);
	});

	it('gives up a list that never ends', async () => {
		let asked = 0;
		const send: Send = () => Promise.resolve({ body: page([], `c${asked++}`) });
		const facts = await factsOfFailure(allPages(send, request));
		expect(facts.what).toMatch(/did not end after 10,000 pages/);
		expect(facts).toMatchObject({ outcome: 'notAccepted', retryable: false });
		expect(asked).toBe(10_000);
	});

	it('sends nothing to the URL of the next page, only its cursor', async () => {
		const next = 'https://evil.example/v26.0/1/list?after=c1';
		const { send, queries } = list({
			...page(['a'], 'c1'),
			paging: { cursors: { after: 'c1' }, next },
		});
		await allPages(send, request);
		expect(JSON.stringify(queries)).not.toContain('evil');
		expect(queries[1]).toMatchObject({ after: 'c1' });
	});

	it.each<[string, JsonObject]>([
		['no next', { data: entries('a'), paging: { cursors: { after: 'c1' }, next: null } }],
		['a page number', { data: entries('a'), meta: { page: 1, total_pages: 3 } }],
		['only a number of pages', { data: entries('a'), meta: { total_pages: 3 } }],
	])('stops when a host with %s sends the same page again', async (_how, same) => {
		const { send, queries } = list(same, same, same, same);
		expect(await allPages(send, request)).toEqual(entries('a'));
		expect(queries).toHaveLength(2);
	});

	it('stops when the same cursor comes twice', async () => {
		const same = page(['a'], 'c1');
		const { send, queries } = list(same, same, same, same);
		expect(await allPages(send, request)).toEqual(entries('a', 'a'));
		expect(queries).toHaveLength(2);
	});

	const withoutNext = (ids: string[], after: string | null): JsonObject => ({
		data: entries(...ids),
		paging: { cursors: { before: null, after }, next: null, previous: null },
	});

	it('follows the cursors of a host that never names the next page', async () => {
		const { send, queries } = list(
			withoutNext(['a'], 'c1'),
			withoutNext(['b'], 'c2'),
			withoutNext(['c'], null),
		);
		expect(await allPages(send, request)).toEqual(entries('a', 'b', 'c'));
		expect(queries.map((query) => query?.after)).toEqual([undefined, 'c1', 'c2']);
	});

	it('ends at an empty page that has a cursor', async () => {
		const { send, queries } = list(withoutNext(['a'], 'c1'), withoutNext([], 'c2'));
		expect(await allPages(send, request)).toEqual(entries('a'));
		expect(queries).toHaveLength(2);
	});

	it('goes on after a full page without a word about the next, and ends at a short one', async () => {
		const { send, queries } = list(page(['a', 'b'], 'c1', false), page(['c'], 'c2', false));
		expect(await allPages(send, request, { pageSize: 2 })).toEqual(entries('a', 'b', 'c'));
		expect(queries).toHaveLength(2);
	});

	it('ends at a full page that names only the previous one', async () => {
		const last = { cursors: { after: 'c1' }, previous: 'https://graph.facebook.com/…' };
		const { send, queries } = list({ data: entries('a', 'b'), paging: last });
		await allPages(send, request, { pageSize: 2 });
		expect(queries).toHaveLength(1);
	});

	it.each([true, false])('follows the numbers of pages, said in each: %s', async (isSaid) => {
		const numbered = (id: string, number: number) => ({
			data: entries(id),
			meta: { ...(isSaid && { page: number }), per_page: 1, total_pages: 3, total_count: 3 },
		});
		const { send, queries } = list(numbered('a', 1), numbered('b', 2), numbered('c', 3));
		expect(await allPages(send, request)).toEqual(entries('a', 'b', 'c'));
		expect(queries).toEqual([
			{ fields: 'id', limit: 100 },
			{ fields: 'id', limit: 100, page: 2 },
			{ fields: 'id', limit: 100, page: 3 },
		]);
	});

	it.each<[JsonValue]>([['1'], [1], [0], [-1], [1.5], [1e308], [null], ['x'], [{}]])(
		'reads every page, whatever number a page says it has: %j',
		async (number) => {
			const numbered = (id: string): JsonObject => ({
				data: entries(id),
				meta: { page: number, total_pages: 3 },
			});
			const { send, queries } = list(numbered('a'), numbered('b'), numbered('c'));
			expect(await allPages(send, request)).toEqual(entries('a', 'b', 'c'));
			expect(queries.map((query) => query?.page)).toEqual([undefined, 2, 3]);
		},
	);

	it.each([9e15, 1e308, '9'.repeat(400)])(
		'ends at an empty page, whatever number of pages there should be: %j',
		async (total_pages) => {
			const meta = { total_pages };
			const { send, queries } = list({ data: entries('a'), meta }, { data: [], meta });
			expect(await allPages(send, request)).toEqual(entries('a'));
			expect(queries).toHaveLength(2);
		},
	);

	it.each([0, -1, null, 'x', {}])('reads one page of %j', async (total_pages) => {
		const { send, queries } = list({ data: entries('a'), meta: { total_pages } });
		expect(await allPages(send, request)).toEqual(entries('a'));
		expect(queries).toHaveLength(1);
	});

	it('stops when the cursors go in a circle', async () => {
		const { send, queries } = list(page(['a'], 'c1'), page(['b'], 'c2'), page(['c'], 'c1'));
		expect(await allPages(send, request)).toEqual(entries('a', 'b', 'c'));
		expect(queries).toHaveLength(3);
	});

	describe.each<[string, JsonObject]>([
		['nothing', {}],
		['a message', { message: 'Try again later' }],
		['null', { data: null }],
		['a text', { data: 'x' }],
		['an object', { data: {} }],
	])('a response with %s instead of a list', (_what, body) => {
		const unreadable = { what: expect.stringMatching(/does not have the documented form/) };

		it.each<[string, JsonObject]>([
			['named', page(['a'], 'c1')],
			['numbered', { data: entries('a'), meta: { page: 1, total_pages: 2 } }],
		])('is no end of the list if the page was %s', async (_how, first) => {
			const { send } = list(first, body);
			expect(await factsOfFailure(allPages(send, request))).toMatchObject(unreadable);
		});

		it("is no empty list of Kapso's platform", async () => {
			const ofPlatform = { ...request, base: 'platform' } as const;
			const facts = await factsOfFailure(allPages(list(body).send, ofPlatform));
			expect(facts).toMatchObject({ ...unreadable, outcome: 'notAccepted' });
		});
	});

	it.each([
		[{}],
		[{ data: [] }],
		[{ data: 'x' as never }],
		[{ data: null, paging: 'x' }],
		[{ data: [], paging: {} }],
	])('returns no entries for the response %j', async (body) => {
		expect(await allPages(list(body).send, request)).toEqual([]);
	});

	it('yields each page as it arrives', async () => {
		const { send, queries } = list(page(['a'], 'c1'), page(['b']));
		const walk = pages(send, request);
		expect((await walk.next()).value).toEqual(entries('a'));
		expect(queries).toHaveLength(1);
	});
});
