import type { INodeProperties } from 'n8n-workflow';

import type { PageOptions } from '../../graphApi/pages';
import type { Operation } from '../operation';
import type { Parameters } from '../parameters/parameters';

/** Return All alone, for calls that may return a list. */
export const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

/** Return All and Limit: the first fields of every 'Get Many'. Read with `list: true`. */
export const listFields: INodeProperties[] = [
	returnAllField,
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

/** For responses that contain more than most people need. The operation's `output` applies it. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** @throws InputError when the limit is not a whole number of at least 1. */
export function readPageOptions(parameters: Parameters): PageOptions {
	if (parameters.boolean('returnAll')) return {};
	return { limit: parameters.number('limit', { min: 1, integer: true }) };
}

/** Whether the response is a list whose entries become items. */
export function isList({ list }: Operation, parameters: Parameters): boolean {
	return typeof list === 'function' ? list(parameters) : list === true;
}
