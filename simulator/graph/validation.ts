import type { z } from 'zod';
import { SimulatedGraphError, invalidParameter, missingParameter } from './errors';

type Issue = z.core.$ZodIssue;

/**
 * Validates a request against a schema and returns it typed.
 *
 * @throws SimulatedGraphError with Meta's code and text for the most important issue
 */
export function validate<Schema extends z.ZodType>(
	schema: Schema,
	value: unknown,
): z.output<Schema> {
	const result = schema.safeParse(value, { reportInput: true });
	if (result.success) return result.data;
	throw errorOf(mostImportant(result.error.issues));
}

/** An issue that Meta reports with a code other than 100, for a schema's `refine`. */
export function metaIssue(code: number, details: string): { params: object; error: string } {
	return { params: { metaCode: code }, error: details };
}

/** Missing parameters come before invalid ones, invalid ones before unexpected keys. */
function mostImportant(issues: Issue[]): Issue {
	const missing = issues.find((issue) => isMissing(issue));
	const wrong = issues.find((issue) => issue.code !== 'unrecognized_keys');
	return (missing ?? wrong ?? issues[0]) as Issue;
}

function isMissing(issue: Issue): boolean {
	return (
		(issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined
	);
}

function errorOf(issue: Issue): SimulatedGraphError {
	const path = parameterPath(issue.path);
	if (isMissing(issue)) return missingParameter(path);
	switch (issue.code) {
		case 'unrecognized_keys':
			return invalidParameter(`Unexpected key "${issue.keys[0]}" on param "${path}"`);
		case 'invalid_type':
			return invalidParameter(`Param ${path} must be ${withArticle(issue.expected)}.`);
		case 'invalid_value':
			return invalidParameter(
				`Param ${path} must be one of {${issue.values.map((value) => String(value).toUpperCase()).join(', ')}} - got "${String(issue.input)}".`,
			);
		case 'too_big':
			return invalidParameter(
				`Param ${path} must be at most ${issue.maximum} ${unit(issue.origin)}.`,
			);
		case 'too_small':
			return issue.origin === 'string' && issue.input === ''
				? missingParameter(path)
				: invalidParameter(
						`Param ${path} must be at least ${issue.minimum} ${unit(issue.origin)}.`,
					);
		case 'custom': {
			const metaCode = (issue.params as { metaCode?: number } | undefined)?.metaCode;
			return metaCode === undefined
				? invalidParameter(issue.message)
				: new SimulatedGraphError(metaCode, { details: issue.message });
		}
		default:
			return invalidParameter(`Param ${path} is not valid.`);
	}
}

/** `['interactive','action','buttons',0]` as Meta writes it: `interactive['action']['buttons'][0]`. */
function parameterPath(path: PropertyKey[]): string {
	return path
		.map((key, index) =>
			index === 0 ? String(key) : typeof key === 'number' ? `[${key}]` : `['${String(key)}']`,
		)
		.join('');
}

function withArticle(expected: string): string {
	const names: Record<string, string> = {
		object: 'a JSON object',
		record: 'a JSON object',
		array: 'an array',
		string: 'a string',
		number: 'a number',
		int: 'an integer',
		boolean: 'a boolean',
	};
	return names[expected] ?? `a ${expected}`;
}

function unit(origin: string): string {
	if (origin === 'string') return 'characters long';
	if (origin === 'array') return 'elements';
	return '';
}
