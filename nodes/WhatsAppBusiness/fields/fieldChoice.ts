import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../graphApi/types';
import type { Parameters } from '../parameters/parameters';
import { namedOptions } from './options';

/**
 * The option that chooses which fields of an object the Graph API returns. Read with `fieldsQuery`.
 * @param names display names of the fields, by their names in the Graph API.
 * @param ifNone what is returned when none is chosen, e.g. "all are returned".
 * https://developers.facebook.com/docs/graph-api/overview#fields
 */
export function fieldChoice(
	names: Readonly<Record<string, string>>,
	ifNone = 'Meta returns its default fields',
): INodeProperties {
	return {
		displayName: 'Fields',
		name: 'fields',
		type: 'multiOptions',
		options: namedOptions(names),
		default: [],
		description: `Which fields to return. If none is chosen, ${ifNone}.`,
	};
}

/** The same as a text, for objects whose fields are not known. Read with `readFieldList`. */
export const fieldList: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: 'e.g. id,name,status',
	description:
		'Which fields to return, separated by commas. If empty, Meta returns its default fields.',
};

/** The names of the fields, separated by commas, or undefined for Meta's default fields. */
export function readFieldList(parameters: Parameters): string | undefined {
	return parameters.group('options').optionalText('fields')?.replace(/\s/g, '');
}

/**
 * The query for the chosen fields.
 * @param otherwise the fields to ask for when none is chosen; Meta's default fields if omitted.
 */
export function fieldsQuery(parameters: Parameters, otherwise?: string): Query | undefined {
	const chosen = parameters.group('options').choices('fields').join(',');
	const fields = chosen === '' ? otherwise : chosen;
	return fields === undefined ? undefined : { fields };
}
