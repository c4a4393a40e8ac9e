import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asObject } from '../../graphApi/coerce';
import type { Path } from '../../graphApi/path';
import { onPlatform } from '../../graphApi/platform';
import type { JsonObject, Query, Send } from '../../graphApi/types';
import type { Parameters } from '../parameters/parameters';
import { readPageOptions } from './list';
import { alphabetical } from './options';

export { onPlatform };

/** The sentence that ends the description of a resource of Kapso's. */
export const onlyWithKapso = 'Only with Kapso.';

/** The most entries of a page. */
const largestPage = 100;

/**
 * The query of a list whose pages are numbered. All of its pages must have the same size.
 * https://docs.kapso.ai/api/introduction
 */
export function numberedPages(parameters: Parameters): Query {
	const { limit = Infinity } = readPageOptions(parameters);
	return { limit: undefined, per_page: Math.min(largestPage, limit) };
}

/** The filters of a list. Read with `parameters.group('filters')`. */
export function filtersField(filters: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: alphabetical(filters),
	};
}

/** What an update can change. Read with `parameters.group('updateFields')`. */
export function updateFieldsField(fields: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: alphabetical(fields),
	};
}

/**
 * An `output` for a field Simplify: with it, the entry has these keys only. What Kapso adds in `kapso` counts as if it stood
 * beside.
 */
export function simplifiedTo(
	keys: readonly string[],
): (entry: JsonObject, parameters: Parameters) => IDataObject {
	return (entry, parameters) => (parameters.boolean('simplify') ? picked(entry, keys) : entry);
}

function picked(entry: JsonObject, keys: readonly string[]): IDataObject {
	const all = { ...asObject<JsonObject>(entry.kapso), ...entry };
	return Object.fromEntries(keys.map((key) => [key, all[key] ?? null]));
}

/**
 * The object that a refused call was about, to say why it was refused.
 * @throws the error of the call if the object cannot be read.
 */
export async function readAfter(error: Error, send: Send, path: Path): Promise<JsonObject> {
	try {
		const { body } = await send({ method: 'GET', path, ...onPlatform });
		return body;
	} catch {
		throw error;
	}
}
