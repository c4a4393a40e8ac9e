import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';

const placeholder = /\{\{([^{}]*)\}\}/g;
const isNumber = (variable: string) => /^\d+$/.test(variable);

/**
 * The variables in a text of a template: `['1', '2']` or `['first_name']`, each once, in the order they appear.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview#parameter-formats
 * @param field name of the field that contains the text.
 * @throws InputError when a variable is invalid, numbers and names are mixed, or a number is missing.
 */
export function readVariables(parameters: Parameters, field: string, text: string): string[] {
	const variables = [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))];
	const rest = text.replace(placeholder, '');
	if (/\{\{|\}\}/.test(rest) || !variables.every((variable) => /^[a-z0-9_]+$/.test(variable))) {
		throw parameters.error(
			field,
			'has an invalid variable',
			'Write variables as {{1}}, {{2}}, or as names of lowercase letters, digits and underscores, e.g. {{first_name}}.',
		);
	}
	const numbers = variables.filter(isNumber);
	if (numbers.length === 0) return variables;
	if (numbers.length < variables.length) {
		throw parameters.error(
			field,
			'has both numbered and named variables',
			'Use numbers or names for all variables of the template.',
		);
	}
	const missing = variables.map((_, index) => String(index + 1)).find((n) => !numbers.includes(n));
	if (missing !== undefined) {
		throw parameters.error(
			field,
			`has no variable {{${missing}}}`,
			'Number the variables from {{1}} without gaps.',
		);
	}
	return variables;
}

/** Whether the variables have names instead of numbers. */
export function areNamed(variables: readonly string[]): boolean {
	return variables.some((variable) => !isNumber(variable));
}

/**
 * `NAMED` when the components have a named variable; undefined for Meta's default, numbers.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview#parameter-formats
 */
export function parameterFormat(components: RequestBody[string]): 'NAMED' | undefined {
	return /\{\{\d*[a-z_][a-z0-9_]*\}\}/.test(JSON.stringify(components)) ? 'NAMED' : undefined;
}

/** Examples of named variables as Meta takes them. */
export function namedExamples(examples: ReadonlyArray<readonly [string, string]>): RequestBody[] {
	return examples.map(([param_name, example]) => ({ param_name, example }));
}
