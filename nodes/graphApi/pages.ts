import { isDeepStrictEqual } from 'node:util';

import { asObject, asText } from './coerce';
import { errorFromEndlessList, errorFromUnexpectedResponse } from './errors/apiError';
import type { GraphRequest, JsonObject, JsonValue, Query, Send } from './types';

/** How much of a list to fetch. */
export interface PageOptions {
	/** Stop after this many entries. Without it every page is fetched. */
	limit?: number;
	/** Entries per page to ask for. */
	pageSize?: number;
}

/** The most pages of one list. A host that always names another page would never end. */
const maxPages = 10_000;

/**
 * Walks a list page by page and yields the entries of each page as it arrives. Ends at the last page, at
 * the limit, or when a cursor appears twice, which would be an endless loop.
 * https://developers.facebook.com/docs/graph-api/results
 * @throws RequestError as `readPage` does, and for a list of more than 10,000 pages.
 */
export async function* pages(
	send: Send,
	request: GraphRequest,
	{ limit = Infinity, pageSize }: PageOptions = {},
): AsyncGenerator<JsonValue[]> {
	const seenCursors = new Set<string>();
	let left = limit;
	let after: string | undefined;
	let last: JsonValue[] | undefined;
	while (left > 0) {
		const page = await readPage(send, request, { limit: left, pageSize }, after);
		const { entries, next } = page;
		// The host knows no cursors, and has sent the same page again.
		if (isDeepStrictEqual(entries, last)) return;
		last = page.isNextNamed ? undefined : entries;
		yield entries.slice(0, left);
		left -= entries.length;
		after = next;
		if (after === undefined || seenCursors.has(after)) return;
		seenCursors.add(after);
		if (seenCursors.size === maxPages) throw errorFromEndlessList(maxPages);
	}
}

/**
 * Reads one page: its entries, and the cursor of the next page if there is one. Not every host names it.
 * @param after the cursor of the previous page; without it the first page is read.
 * @throws RequestError as `send` does, and for a page without a list where there must be one: an empty list would mean that
 * there is nothing more.
 */
export async function readPage(
	send: Send,
	request: GraphRequest,
	options: PageOptions = {},
	after?: string,
): Promise<{ entries: JsonValue[]; next?: string; isNextNamed: boolean }> {
	const asked = pageRequest(request, options, after);
	const { body } = await send(asked);
	const isNextNamed = Boolean(asObject<Paging>(body.paging).next);
	const entries = entriesOf(body);
	// Meta may leave out what is empty, but a page that was announced is there, and Kapso documents `data` in every list.
	if (!entries && (after !== undefined || request.base === 'platform')) {
		throw errorFromUnexpectedResponse();
	}
	return { entries: entries ?? [], next: nextCursor(body, asked.query), isNextNamed };
}

/** The request for one page: the first, or the one after a cursor. */
export function pageRequest<Request extends { query?: Readonly<Record<string, unknown>> }>(
	request: Request,
	{ limit = Infinity, pageSize = 100 }: PageOptions,
	after?: string,
): Request {
	const page = after === undefined ? undefined : pageNumber.exec(after)?.[1];
	const cursor = after === undefined ? {} : page === undefined ? { after } : { page: Number(page) };
	return { ...request, query: { limit: Math.min(pageSize, limit), ...request.query, ...cursor } };
}

/** All entries of a list, or the first `limit`. */
export async function allPages(
	send: Send,
	request: GraphRequest,
	options?: PageOptions,
): Promise<JsonValue[]> {
	const entries: JsonValue[] = [];
	for await (const page of pages(send, request, options)) entries.push(...page);
	return entries;
}

/** The cursor of a page that has only a number. */
const pageNumber = /^page=(\d{1,6})$/;

interface Paging {
	next?: string | null;
	previous?: string | null;
	cursors?: { after?: string };
}

// Lists of groups are one level deeper: `{"data": {"groups": […]}}`.
function entriesOf(body: JsonObject): JsonValue[] | undefined {
	const { data } = body;
	// A single object instead of a list.
	if (data === undefined && body.id !== undefined) return [body];
	const list = asObject<JsonObject>(data).groups ?? data;
	return Array.isArray(list) ? list : undefined;
}

/**
 * The cursor of the next page. Meta leaves out `next` on the last page, where an `after` cursor may still be. Other
 * hosts may have no `next` at all, or number their pages.
 * @param asked the query of the request for this page.
 */
export function nextCursor(body: JsonObject, asked: Query = {}): string | undefined {
	const { next, previous, cursors } = asObject<Paging>(body.paging);
	const after = asText(asObject<JsonObject>(cursors).after) ?? undefined;
	if (next) return after;
	const count = entriesOf(body)?.length ?? 0;
	if (count === 0) return undefined;
	const namesNoPages = next === undefined && previous === undefined;
	const mayHaveNext = next === null || (namesNoPages && count >= Number(asked.limit));
	if (after !== undefined && mayHaveNext) return after === asked.after ? undefined : after;
	return nextNumber(asObject<JsonObject>(body.meta), asked);
}

// Counted from the page that was asked for: what a response says about itself may be wrong, and pages would be left out.
function nextNumber(meta: Partial<JsonObject>, asked: Query): string | undefined {
	const next = Number(asked.page ?? 1) + 1;
	return next <= Number(meta.total_pages) ? `page=${next}` : undefined;
}
