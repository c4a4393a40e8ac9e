import { asNumber, asObject, asObjects, asText, asTextOrNumber } from '../../coerce';
import { ApiError } from '../../errors/apiError';
import { NotOfferedError } from '../../errors/notOfferedError';
import { isDeeperThan } from '../../json';
import { path } from '../../path';
import type { GraphRequest, JsonObject, JsonValue, Query } from '../../types';
import { firstId } from '../edge';
import { fieldsOf } from './fields';

/** https://docs.360dialog.com/docs/messaging-api/api-reference/templates */
export const templatesPath = path`/v1/configs/templates`;

/** The most entries of a page: what 360dialog sends without a limit. */
const largestPage = 1000;

/** Keeps the entries in their place from page to page. */
const sort = 'business_templates.name';

/**
 * The request for a page of templates. 360dialog counts from the beginning of the list and cannot filter. The next page
 * begins with the last entry of the one before, which shows whether the list has changed meanwhile.
 * @throws NotOfferedError for a filter by what its list does not have.
 */
export function pageOfTemplates({ query = {}, ...request }: GraphRequest): GraphRequest {
	if (query.source !== undefined) {
		throw NotOfferedError.from({
			what: "360dialog's list of templates does not say where a template comes from.",
			todo: "Remove the filter 'Source'.",
		});
	}
	const { offset, last } = positionOf(query.after);
	const overlap = last === undefined ? 0 : 1;
	return {
		...request,
		path: templatesPath,
		query: { limit: pageSizeOf(query) + overlap, offset: offset - overlap, sort },
	};
}

/** The request for all templates, as 360dialog has none for one of them by its ID. */
export function allTemplates(request: GraphRequest): GraphRequest {
	return { ...request, path: templatesPath, query: { limit: largestPage, offset: 0, sort } };
}

/**
 * 360dialog deletes by the name alone: in all languages.
 * https://docs.360dialog.com/docs/messaging-api/api-reference/templates
 * @throws NotOfferedError for one language, or for several templates by their IDs.
 */
export function deletedTemplate({ query = {}, ...request }: GraphRequest): GraphRequest {
	const { name, ...ids } = query;
	if (name !== undefined && Object.keys(ids).length === 0) {
		return { ...request, path: path`/v1/configs/templates/${String(name)}` };
	}
	throw NotOfferedError.from({
		what: '360dialog deletes a template in all its languages at once, by its name.',
		todo: "Choose 'All Languages', or delete the one language in Meta's WhatsApp Manager.",
	});
}

/**
 * The page as Meta would give it.
 * @param query of Meta's request.
 * @throws ApiError if the list has changed since the page before: an entry could be missing or come twice.
 */
export function readPage(
	body: JsonObject,
	{ query = {} }: Pick<GraphRequest, 'query'>,
): JsonObject {
	const listed = entriesOf(body);
	const { offset, last } = positionOf(query.after);
	if (last !== undefined && (listed[0] === undefined || keyOf(listed[0]) !== last)) throw changed();
	const fresh = last === undefined ? listed : listed.slice(1);
	const end = offset + fresh.length;
	const data = fresh
		.map(asMetas)
		.filter((template) => matches(template, query))
		.map((template) => withFields(template, query));
	const final = fresh.at(-1);
	if (final === undefined || isLast(body, end, fresh.length, query)) return { data };
	const after = `${end} ${keyOf(final)}`;
	return { data, paging: { cursors: { after }, next: after } };
}

/** @throws ApiError if there is no such template. */
export function readTemplate(
	body: JsonObject,
	request: Pick<GraphRequest, 'on' | 'path' | 'query'>,
) {
	const id = decodeURIComponent(firstId(request));
	const listed = entriesOf(body);
	const template = listed.map(asMetas).find((entry) => entry.id === id);
	if (template) return withFields(template, request.query ?? {});
	const isAll = listed.length >= (asNumber(body.total) ?? 0) && listed.length < largestPage;
	throw new ApiError({
		what: isAll
			? `The account has no template with the ID ${id}.`
			: `The template with the ID ${id} is not among the first ${listed.length} of the account, and 360dialog cannot look one up by ID.`,
		todo: "Get the ID with 'Template: Get Many', or find the template there by its name.",
		outcome: 'notAccepted',
		retryable: false,
	});
}

/** A template as Meta shows it: with Meta's ID, as webhooks name it, and in capitals what Meta has in capitals. */
export function asMetas(template: JsonObject): JsonObject {
	// The IDs that 360dialog itself gives have letters. Where it has Meta's, too, is not documented but seen.
	const id = asTextOrNumber(template.external_id) ?? template.id;
	return {
		...template,
		id,
		status: asText(template.status)?.toUpperCase(),
		category: asText(template.category)?.toUpperCase(),
	};
}

function pageSizeOf(query: Query): number {
	return isFiltered(query) ? largestPage : Number(query.limit ?? largestPage);
}

interface Position {
	offset: number;
	/** The key of the entry before. */
	last?: string;
}

function positionOf(after: Query[string]): Position {
	const found = /^(\d{1,7}) (.{1,600})$/.exec(String(after ?? ''));
	return found ? { offset: Number(found[1]), last: found[2] } : { offset: 0 };
}

/** What no two templates of an account share. */
function keyOf({ name, language }: JsonObject): string {
	return `${asText(name) ?? ''}/${asText(language) ?? ''}`;
}

function entriesOf({ waba_templates }: JsonObject): JsonObject[] {
	if (Array.isArray(waba_templates)) return asObjects<JsonObject>(waba_templates);
	throw new ApiError({
		what: 'The response of 360dialog has no list of templates.',
		todo: 'Check the base URL in the credential: something other than 360dialog may have responded.',
		outcome: 'notAccepted',
		retryable: false,
	});
}

// Both must say so: the host may send fewer entries than it was asked for, or count in another way.
function isLast({ total }: JsonObject, end: number, count: number, query: Query): boolean {
	return count < pageSizeOf(query) && end >= (asNumber(total) ?? Infinity);
}

function changed(): ApiError {
	return new ApiError({
		what: 'The templates of the account changed while they were being read.',
		todo: 'Run it again.',
		outcome: 'notAccepted',
		retryable: false,
	});
}

/** Meta's filters, which 360dialog does not have. */
const filters: Readonly<Record<string, (template: JsonObject, value: string) => boolean>> = {
	name: ({ name }, part) => (asText(name) ?? '').includes(part),
	name_or_content: ({ name, components }, words) =>
		`${asText(name) ?? ''} ${textsOf(components)}`.toLowerCase().includes(words.toLowerCase()),
	language: ({ language }, value) => isAmong(language, value),
	status: ({ status }, value) => isAmong(status, value),
	category: ({ category }, value) => isAmong(category, value),
	quality_score: ({ quality_score }, value) =>
		isAmong(asObject<JsonObject>(quality_score).score ?? 'UNKNOWN', value),
};

function isFiltered(query: Query): boolean {
	return Object.keys(filters).some((name) => query[name] !== undefined);
}

function matches(template: JsonObject, query: Query): boolean {
	return Object.entries(filters).every(([name, isWanted]) => {
		const value = query[name];
		return value === undefined || isWanted(template, String(value));
	});
}

/** @param filter one value, or a JSON list of values. */
function isAmong(value: JsonValue | undefined, filter: string): boolean {
	const wanted = filter.replace(/[[\]"\s]/g, '').toLowerCase();
	return wanted.split(',').includes(asText(value)?.toLowerCase() ?? '');
}

function textsOf(components: JsonValue | undefined): string {
	if (isDeeperThan(20, components)) return '';
	const withoutTypes = (key: string, value: unknown) =>
		['type', 'format', 'example'].includes(key) ? undefined : value;
	return JSON.stringify(components ?? [], withoutTypes);
}

function withFields(template: JsonObject, query: Query): JsonObject {
	const fields = fieldsOf(query);
	if (fields.length === 0) return template;
	const wanted = new Set(['id', ...fields]);
	return Object.fromEntries(Object.entries(template).filter(([name]) => wanted.has(name)));
}
