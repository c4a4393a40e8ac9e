import { asObject, asText } from './coerce';
import { errorFromEndlessList } from './errors/apiError';
import type { GraphRequest, JsonObject, JsonValue, Send } from './types';

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
 * @throws RequestError as `send` does, and for a list of more than 10,000 pages.
 */
export async function* pages(
	send: Send,
	request: GraphRequest,
	{ limit = Infinity, pageSize }: PageOptions = {},
): AsyncGenerator<JsonValue[]> {
	const seenCursors = new Set<string>();
	let left = limit;
	let after: string | undefined;
	while (left > 0) {
		const { entries, next } = await readPage(send, request, { limit: left, pageSize }, after);
		yield entries.slice(0, left);
		left -= entries.length;
		after = next;
		if (after === undefined || seenCursors.has(after)) return;
		seenCursors.add(after);
		if (seenCursors.size === maxPages) throw errorFromEndlessList(maxPages);
	}
}

/**
 * Reads one page: its entries, and the cursor of the next page if there is one.
 * @param after the cursor of the previous page; without it the first page is read.
 * @throws RequestError as `send` does.
 */
export async function readPage(
	send: Send,
	request: GraphRequest,
	options: PageOptions = {},
	after?: string,
): Promise<{ entries: JsonValue[]; next?: string }> {
	const { body } = await send(pageRequest(request, options, after));
	return { entries: entriesOf(body), next: nextCursor(body) };
}

/** The request for one page: the first, or the one after a cursor. */
export function pageRequest<Request extends { query?: Readonly<Record<string, unknown>> }>(
	request: Request,
	{ limit = Infinity, pageSize = 100 }: PageOptions,
	after?: string,
): Request {
	const cursor = after === undefined ? {} : { after };
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

interface Paging {
	next?: string;
	cursors?: { after?: string };
}

// Lists of groups are one level deeper: `{"data": {"groups": […]}}`.
function entriesOf(body: JsonObject): JsonValue[] {
	const { data } = body;
	// A single object instead of a list.
	if (data === undefined && body.id !== undefined) return [body];
	const list = asObject<JsonObject>(data).groups ?? data;
	return Array.isArray(list) ? list : [];
}

/** The cursor of the next page. An `after` cursor may still be there on the last page, but no `next`. */
export function nextCursor(body: JsonObject): string | undefined {
	const { next, cursors } = asObject<Paging>(body.paging);
	return next ? (asText(asObject<JsonObject>(cursors).after) ?? undefined) : undefined;
}
