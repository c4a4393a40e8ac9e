import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../../shared/inputError';
import type { Parameters } from '../../../../parameters/parameters';
import { labelSeparator } from './columnLabel';
import { fieldValues } from './fieldValues';

/** The values of the chosen template, one field each. `getTemplateFields` loads the fields from Meta. */
export const templateValuesField: INodeProperties = {
	displayName: 'Template Values',
	name: 'templateValues',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description: 'A value for each variable part of the template',
	typeOptions: {
		loadOptionsDependsOn: ['template.value', 'languageCode'],
		resourceMapper: {
			resourceMapperMethod: 'getTemplateFields',
			mode: 'add',
			valuesLabel: 'Template Values',
			fieldWords: { singular: 'value', plural: 'values' },
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: false,
		},
	},
};

/**
 * The same item with the values in the fields of 'Using Fields'.
 * @throws InputError when a required value is empty, or the values do not belong to a template.
 */
export function templateValuesAsFields(parameters: Parameters): Parameters {
	const { name } = templateValuesField;
	const { values, columns } = parameters.mapped(name);
	const missing = columns.find(({ id, required }) => required && isBlank(values[id]));
	if (missing) {
		const [what = missing.id] = missing.displayName.split(labelSeparator);
		throw new InputError(what, 'is empty', 'Fill it in, or make the expression return a value.');
	}
	const filled = Object.entries(values).filter(([, value]) => !isBlank(value));
	return parameters.withValues(
		name,
		fieldValues(
			filled,
			(binary) => parameters.hasBinary(binary),
			(what, todo) => parameters.error(name, what, todo),
		),
	);
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
