import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../operation';
import { brokenTextRule } from '../parameters/parameterRules';
import type { BrokenRule } from '../parameters/parameterRules';
import type { Parameters } from '../parameters/parameters';

/** The option for values with line breaks. For values from fields; JSON is sent as it is. */
export const flattenField: INodeProperties = {
	displayName: 'Flatten Line Breaks',
	name: 'flattenLineBreaks',
	type: 'boolean',
	default: true,
	description:
		'Whether to replace line breaks, tabs and runs of spaces in the values of the template with one space. WhatsApp does not accept them.',
};

/** The name of a variable, for templates with named variables. Read with `readVariableName`. */
export const variableNameField: INodeProperties = {
	displayName: 'Variable Name',
	name: 'variableName',
	type: 'string',
	default: '',
	placeholder: 'e.g. first_name',
	description:
		'Only for a template with named variables such as {{first_name}}. Leave empty for {{1}}, {{2}}.',
};

const namePattern = {
	regex: /^[a-z0-9_]+$/,
	description: 'lowercase letters, digits and underscores, without the braces',
};

/** @throws InputError when the name is invalid. */
export function readVariableName(parameters: Parameters): string | undefined {
	return parameters.optionalText('variableName', { pattern: namePattern });
}

/** The name of a variable for errors about its value; undefined if it has none or an invalid one. */
export function shownVariable(parameters: Parameters): string | undefined {
	const name = parameters.optionalText('variableName');
	return name !== undefined && namePattern.regex.test(name) ? name : undefined;
}

/**
 * A text parameter of a header or a body.
 * @param field name of the field with the value.
 * @throws InputError when the value is empty, too long, or cannot be sent as it is.
 */
export function readTextParameter(
	parameters: Parameters,
	field: string,
	rule: TemplateTextRule,
): RequestBody {
	return {
		type: 'text',
		parameter_name: readVariableName(parameters),
		text: readTemplateText(parameters, field, rule),
	};
}

/** Rules for a text that WhatsApp puts into a template. */
export interface TemplateTextRule {
	/** In characters. */
	maxLength: number;
	/** Whether 'Flatten Line Breaks' is on. */
	flatten: boolean;
}

// Meta rejects them with the code 132018: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
const notAccepted: ReadonlyArray<readonly [pattern: RegExp, what: string]> = [
	[/[\r\n]/, 'has a line break'],
	[/\t/, 'has a tab'],
	[/ {5}/, 'has more than 4 spaces in a row'],
];

/**
 * A text that WhatsApp puts into a template.
 * @param field name of the field with the text.
 * @throws InputError when it is empty or too long, or has line breaks, tabs or runs of spaces that are not flattened.
 */
export function readTemplateText(
	parameters: Parameters,
	field: string,
	{ maxLength, flatten }: TemplateTextRule,
): string {
	const entered = parameters.text(field);
	const text = flatten ? flattened(entered) : entered;
	const broken = brokenTextRule(text, { maxLength }) ?? brokenLineRule(text);
	if (broken) throw parameters.error(field, broken.what, broken.todo);
	return text;
}

function brokenLineRule(text: string): BrokenRule | undefined {
	const broken = notAccepted.find(([pattern]) => pattern.test(text));
	return (
		broken && {
			what: broken[1],
			todo: `WhatsApp does not accept that in a template. Remove it, or turn on '${flattenField.displayName}' under 'Add Option'.`,
		}
	);
}

/** The text on one line, with one space for line breaks, tabs and runs of spaces. Other spaces stay. */
export function flattened(text: string): string {
	return text.replace(/[ \t\r\n\v\f\u0085\u2028\u2029]+/g, ' ').trim();
}
