import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';

/** Puts the fields of the input item into the output, for what is done row by row. Read with `keepsInputFields`. */
export const keepInputFieldsField: INodeProperties = {
	displayName: 'Keep Input Fields',
	name: 'keepInputFields',
	type: 'boolean',
	default: true,
	description:
		'Whether to output the fields of the input item too. Of two fields with the same name, that of the result is kept.',
};

/** @throws InputError when the value is neither true nor false. */
export function keepsInputFields(parameters: Parameters): boolean {
	if (!parameters.hasField('options')) return false;
	const options = parameters.group('options');
	return options.hasField(keepInputFieldsField.name) && options.boolean(keepInputFieldsField.name);
}
