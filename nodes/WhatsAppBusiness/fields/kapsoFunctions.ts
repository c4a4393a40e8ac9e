import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asObjects } from '../../graphApi/coerce';
import type { JsonObject, JsonValue, Query } from '../../graphApi/types';
import type { Operation } from '../operation';
import type { Parameters } from '../parameters/parameters';
import { filtersField, simplifiedTo } from './kapsoPlatform';
import { listFields, readPageOptions, simplifyField } from './list';

/** The code of a function, also of the one behind the data endpoint of a Flow. Read with `readCode`. */
export const codeField: INodeProperties = {
	displayName: 'Code',
	name: 'functionCode',
	type: 'string',
	typeOptions: { editor: 'jsEditor', rows: 12 },
	required: true,
	default: '',
	hint: 'e.g. async function handler(request, env) { return Response.json({ ok: true }); }',
	description: 'JavaScript with a function handler(request, env) that returns a Response',
};

/**
 * The code as it was entered. https://docs.kapso.ai/docs/functions/overview
 * @throws InputError when it is empty.
 */
export function readCode(parameters: Parameters): string {
	return parameters.text(codeField.name, { isCode: true });
}

/** The latest calls of a function. Read with `readInvocationsQuery`. */
export const invocationFields: INodeProperties[] = [
	...listFields,
	filtersField([
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Failed', value: 'failed' },
				{ name: 'Success', value: 'success' },
			],
			default: 'failed',
		},
	]),
	simplifyField,
];

/** What a simplified call has. */
export const invocationKeys = [
	'id',
	'status_code',
	'duration_ms',
	'request_body',
	'response_body',
	'error_message',
	'created_at',
] as const;

/** The most calls that Kapso gives. https://docs.kapso.ai/api/platform/v1/whatsapp-flows/get-function-invocations */
const mostInvocations = 20;

/** @throws InputError for an invalid limit or status. */
export function readInvocationsQuery(parameters: Parameters): Query {
	return {
		limit: readLatest(parameters, mostInvocations),
		status: parameters.group('filters').optionalChoice('status'),
	};
}

/**
 * How many of the latest entries to ask for, of a list without pages.
 * @param most that Kapso gives. It gives fewer if it is not asked, and refuses a larger number.
 * @throws InputError for an invalid limit.
 */
export function readLatest(parameters: Parameters, most: number): number {
	const { limit = most } = readPageOptions(parameters);
	return Math.min(most, limit);
}

/**
 * An `output` for a response that has its entries under a key, without pages.
 * @param keys of a simplified entry.
 * @returns an output that throws for a response without them: no entries would look like no calls. The run reports it as a
 * response that is not as documented.
 */
export function entriesUnder(
	key: string,
	keys: readonly string[],
): NonNullable<Operation['output']> {
	const simplified = simplifiedTo(keys);
	return (response, parameters): IDataObject[] => {
		const entries = response[key];
		if (!Array.isArray(entries)) throw new Error(`The response has no list of ${key}`);
		return asObjects<JsonObject>(entries).map((entry) => simplified(entry, parameters));
	};
}

/** What an error says: what is missing, and what comes first. */
export interface Advice {
	what: string;
	todo: string;
}

/**
 * Why a function cannot be used yet, or undefined if it is deployed.
 * @param status as Kapso calls it.
 * @param deploy the operation that deploys it.
 */
export function whyNotDeployed(status: JsonValue | undefined, deploy: string): Advice | undefined {
	if (status === 'draft') {
		return {
			what: 'The code is not deployed yet.',
			todo: `Run '${deploy}' first. A deployment takes up to a minute: if you have just started it, wait and try again.`,
		};
	}
	if (status === 'error') {
		return {
			what: 'Kapso could not deploy the code.',
			todo: `Correct the code, which may have a syntax error. Then store it and run '${deploy}' again.`,
		};
	}
	return undefined;
}
