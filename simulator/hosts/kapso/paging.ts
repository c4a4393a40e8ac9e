import { invalid } from './refusal';

/** A page of a list that goes on by cursor. `next` and `previous` are null in all documented examples. */
export interface CursorPage<Item> {
	data: Item[];
	paging: {
		cursors: { before: string | null; after: string | null };
		next: null;
		previous: null;
	};
}

/** A page of a list that goes on by number. */
export interface NumberedPage<Item> {
	data: Item[];
	meta: { page: number; per_page: number; total_pages: number; total_count: number };
}

const defaultLimit = 20;
const maximumLimit = 100;

/**
 * One page of a list by `limit`, `after` and `before`. The cursors are set only if there are more in their direction.
 *
 * @throws HostError 422 for an invalid limit or cursor
 */
export function cursorPage<Item extends { id: string }>(
	items: Item[],
	query: URLSearchParams,
): CursorPage<Item> {
	const limit = sizeOf(query, 'limit');
	const after = indexAt(items, query.get('after'), 'after');
	const before = indexAt(items, query.get('before'), 'before');
	const start =
		after !== undefined ? after + 1 : before !== undefined ? Math.max(0, before - limit) : 0;
	const end = after === undefined && before !== undefined ? before : start + limit;
	const data = items.slice(start, end);
	const last = data.at(-1);
	const [first] = data;
	const hasMore = last !== undefined && last !== items.at(-1);
	return {
		data,
		paging: {
			cursors: {
				before: first && start > 0 ? cursorOf(first) : null,
				after: hasMore ? cursorOf(last) : null,
			},
			next: null,
			previous: null,
		},
	};
}

/**
 * One page of a list by `page` and `per_page`.
 *
 * @throws HostError 422 for an invalid number
 */
export function numberedPage<Item>(items: Item[], query: URLSearchParams): NumberedPage<Item> {
	const size = sizeOf(query, 'per_page');
	const page = Number(query.get('page') ?? 1);
	if (!Number.isInteger(page) || page < 1) throw invalid('page must be a positive number');
	return {
		data: items.slice((page - 1) * size, page * size),
		meta: {
			page,
			per_page: size,
			total_pages: Math.ceil(items.length / size),
			total_count: items.length,
		},
	};
}

function sizeOf(query: URLSearchParams, name: string): number {
	const size = Number(query.get(name) ?? defaultLimit);
	if (!Number.isInteger(size) || size < 1) throw invalid(`${name} must be a positive number`);
	return Math.min(size, maximumLimit);
}

function cursorOf({ id }: { id: string }): string {
	return Buffer.from(id).toString('base64url');
}

function indexAt<Item extends { id: string }>(
	items: Item[],
	cursor: string | null,
	name: string,
): number | undefined {
	if (cursor === null || cursor === '') return undefined;
	const id = Buffer.from(cursor, 'base64url').toString();
	const index = items.findIndex((item) => item.id === id);
	if (index < 0) throw invalid(`${name} is not a cursor of this list`);
	return index;
}
