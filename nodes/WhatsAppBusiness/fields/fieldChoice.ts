import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../graphApi/types';
import type { Parameters } from '../parameters/parameters';
import { namedOptions } from './options';

/**
 * The option to choose what the Graph API returns of an object; `fieldsQuery` reads it.
 * @param names what the editor shows for each field, by its name in the Graph API.
 * @param ifNone what comes when none is chosen, e.g. "all are returned".
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

/** The same where nobody can say which fields there are: their names are typed. `fieldNames` reads it. */
export const fieldList: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '',
	placeholder: 'e.g. id,name,status',
	description:
		'Which fields to return, separated by commas. If empty, Meta returns its default fields.',
};

/** The typed names as the Graph API takes them, or undefined for its default fields. */
export function readFieldList(parameters: Parameters): string | undefined {
	return parameters.group('options').optionalText('fields')?.replace(/\s/g, '');
}

/** The query that asks for the chosen fields; for none of them, for the given ones. */
export function fieldsQuery(parameters: Parameters, otherwise?: string): Query | undefined {
	const chosen = parameters.group('options').choices('fields').join(',');
	const fields = chosen === '' ? otherwise : chosen;
	return fields === undefined ? undefined : { fields };
}
