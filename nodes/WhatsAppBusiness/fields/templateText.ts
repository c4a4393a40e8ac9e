import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../operation';
import type { Parameters } from '../parameters/parameters';

/** Meta rejects any other value: https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const oneLine = {
	regex: /^(?![\s\S]*([\r\n\t]| {5}))/,
	description: 'one line, without tabs and with at most 4 spaces in a row',
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

/** @throws InputError when the name is invalid. */
export function readVariableName(parameters: Parameters): string | undefined {
	return parameters.optionalText('variableName', {
		pattern: {
			regex: /^[a-z0-9_]+$/,
			description: 'lowercase letters, digits and underscores, without the braces',
		},
	});
}

/**
 * A text parameter of a header or a body.
 * @param field name of the field with the value.
 * @throws InputError when the value is empty, too long, or has more than one line.
 */
export function readTextParameter(
	parameters: Parameters,
	field: string,
	maxLength: number,
): RequestBody {
	return {
		type: 'text',
		parameter_name: readVariableName(parameters),
		text: parameters.text(field, { maxLength, pattern: oneLine }),
	};
}
