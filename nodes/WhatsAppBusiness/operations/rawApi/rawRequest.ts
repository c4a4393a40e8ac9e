import type { INodeProperties } from 'n8n-workflow';

import type { Account, AccountKey } from '../../../graphApi/connection';
import type { Path } from '../../../graphApi/path';
import { refuseOverrides, ReservedParameterError } from '../../../graphApi/reservedParameters';
import { safePath, safeQuery, UnsafePathError } from '../../../graphApi/safePath';
import type { GraphRequest } from '../../../graphApi/types';
import { credentialId, credentialIds } from '../../../shared/account/credentialId';
import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

/** Placeholders in a path have the names of the IDs that replace them. */
const placeholders = Object.keys(credentialIds) as AccountKey[];
const known = placeholders.map((name) => `{${name}}`).join(', ');

export const pathField: INodeProperties = {
	displayName: 'Path',
	name: 'path',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. /{phoneNumberId}/whatsapp_business_profile',
	description: `The part of the URL after the API version. ${known} are replaced by the IDs of the credential.`,
};

export const queryField: INodeProperties = {
	displayName: 'Query Parameters',
	name: 'queryParameters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Parameter',
	default: {},
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. phone_number_id',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

export const hostOption: INodeProperties = {
	displayName: 'Host',
	name: 'host',
	type: 'options',
	options: [
		{
			name: 'api.facebook.com',
			value: 'api',
			description: 'Serves a few calls, such as those that archive templates',
		},
		{ name: 'graph.facebook.com', value: 'graph', description: 'Serves all others' },
	],
	default: 'api',
	description: "Which of Meta's hosts to call. A custom base URL replaces both.",
};

/**
 * Reads host, path and query of a call. A query in the path is parsed.
 * @param fields which fields to return, as another query parameter.
 * @throws InputError for an unsafe path, a placeholder without an ID in the credential, a parameter that
 * occurs twice, or one that would replace the token or the method.
 */
export function readRawRequest(
	parameters: Parameters,
	account: Account,
	method: GraphRequest['method'],
	fields?: string,
): Pick<OperationRequest, 'method' | 'base' | 'path' | 'on' | 'query'> {
	const text = parameters.text(pathField.name).trim();
	const [path = '', ...search] = text.split('?');
	const pairs = [
		...new URLSearchParams(search.join('?')),
		...readPairs(parameters),
		...(fields === undefined ? [] : [['fields', fields] as const]),
	];
	const query: Record<string, string> = {};
	for (const [name, value] of pairs) {
		if (Object.hasOwn(query, name)) {
			throw parameters.error(
				queryField.name,
				`and '${pathField.displayName}' contain '${name}' more than once`,
				'Enter each parameter once.',
			);
		}
		query[name] = value;
	}
	checked(parameters, queryField.name, () => {
		refuseOverrides(query, method, 'The query');
		return safeQuery(query);
	});
	const host = parameters.group('options').optionalChoice(hostOption.name);
	return {
		method,
		base: host === 'api' ? 'api' : undefined,
		path: readPath(parameters, path, account),
		on: 'typed',
		query: pairs.length > 0 ? query : undefined,
	};
}

function readPairs(parameters: Parameters): Array<readonly [string, string]> {
	return parameters
		.list(queryField.name, 'parameter', 'Query Parameter')
		.map((pair) => [pair.text('name').trim(), pair.optionalText('value') ?? ''] as const);
}

function readPath(parameters: Parameters, text: string, account: Account): Path {
	const filled = text.replace(/\{([^{}]*)\}/g, (_match, name: string) =>
		readId(parameters, name.trim(), account),
	);
	const path = checked(parameters, pathField.name, () => safePath(filled));
	if (/^\/v\d+\.\d+(\/|$)/.test(path)) {
		throw parameters.error(
			pathField.name,
			'begins with an API version',
			'Remove it: the node adds the version where the host has one.',
		);
	}
	if (path === '/') {
		throw parameters.error(pathField.name, 'is empty', "Enter a path, e.g. '/me'.");
	}
	return path;
}

function readId(parameters: Parameters, name: string, account: Account): string {
	const placeholder = placeholders.find((candidate) => candidate === name);
	if (placeholder === undefined) {
		throw parameters.error(
			pathField.name,
			`has the placeholder {${name}}, which does not exist`,
			`Use one of: ${known}.`,
		);
	}
	return credentialId(
		account,
		placeholder,
		`Fill it in there, or enter it in '${pathField.displayName}'.`,
	);
}

/** @throws InputError about the field, when the check fails. */
export function checked<Result>(parameters: Parameters, name: string, check: () => Result): Result {
	try {
		return check();
	} catch (error) {
		if (error instanceof UnsafePathError || error instanceof ReservedParameterError) {
			throw parameters.error(name, 'cannot be sent', error.message);
		}
		throw parameters.error(name, 'has the wrong format', 'Check it for invalid characters.');
	}
}
