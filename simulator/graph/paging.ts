import { invalidParameter } from './errors';

const defaultLimit = 25;

/** A page of a Graph API list. */
export interface Page<Item> {
	data: Item[];
	paging?: { cursors: { before: string; after: string }; next?: string; previous?: string };
}

/**
 * Returns one page of a list, with cursors. `next` and `previous` are set only if that page exists.
 *
 * @param url URL of the request; `next` and `previous` are this URL with another cursor
 * @throws SimulatedGraphError 100 for an invalid `limit` or cursor
 * @see https://developers.facebook.com/docs/graph-api/results
 */
export function pageOf<Item>(items: readonly Item[], url: URL): Page<Item> {
	const limit = readLimit(url.searchParams.get('limit'));
	const after = readCursor(url.searchParams.get('after'));
	const before = readCursor(url.searchParams.get('before'));
	const start =
		after !== undefined ? after + 1 : before !== undefined ? Math.max(0, before - limit) : 0;
	const end = before !== undefined && after === undefined ? before : start + limit;
	const data = items.slice(start, end);
	if (data.length === 0) return { data };
	const last = start + data.length - 1;
	return {
		data,
		paging: {
			cursors: { before: cursorOf(start), after: cursorOf(last) },
			...(last < items.length - 1 && { next: urlWith(url, 'after', last) }),
			...(start > 0 && { previous: urlWith(url, 'before', start) }),
		},
	};
}

function readLimit(value: string | null): number {
	if (value === null) return defaultLimit;
	const limit = Number(value);
	if (!Number.isInteger(limit) || limit < 0) {
		throw invalidParameter('Param limit must be a non-negative integer');
	}
	return Math.min(limit === 0 ? defaultLimit : limit, 1000);
}

function readCursor(value: string | null): number | undefined {
	if (!value) return undefined;
	const match = /^item:(\d+)$/.exec(Buffer.from(value, 'base64url').toString());
	if (!match) throw invalidParameter('Invalid cursor');
	return Number(match[1]);
}

function cursorOf(index: number): string {
	return Buffer.from(`item:${index}`).toString('base64url');
}

function urlWith(url: URL, cursor: 'after' | 'before', index: number): string {
	const pageUrl = new URL(url);
	for (const name of ['after', 'before', 'access_token', 'appsecret_proof']) {
		pageUrl.searchParams.delete(name);
	}
	pageUrl.searchParams.set(cursor, cursorOf(index));
	return pageUrl.toString();
}
