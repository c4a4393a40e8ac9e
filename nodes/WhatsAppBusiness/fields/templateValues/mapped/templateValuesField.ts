import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../shared/inputError';
import { Parameters } from '../../../parameters/parameters';
import { buttonKinds } from '../buttonKinds';
import { nameOfLabel } from './columnLabel';
import { pathOf } from './columnPath';
import { fieldValues } from './fieldValues';
import { templateTextId } from './templateText';

/** The values of the chosen template, one field each. `getTemplateFields` loads the fields from Meta. */
export const templateValuesField: INodeProperties = {
	displayName: 'Template Values',
	name: 'templateValues',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description:
		'A value for each variable part of the template. A file is a URL, a media ID, or the name of a binary field.',
	typeOptions: {
		loadOptionsDependsOn: ['template.value', 'languageCode'],
		resourceMapper: {
			resourceMapperMethod: 'getTemplateFields',
			mode: 'add',
			valuesLabel: 'Template Values',
			fieldWords: { singular: 'value', plural: 'values' },
			multiKeyMatch: false,
			supportAutoMap: false,
		},
	},
};

/**
 * The same item with the values in the fields of 'Using Fields'.
 * @param flatten whether 'Flatten Line Breaks' is on.
 * @throws InputError when a required value is empty, or the values do not belong to a template.
 */
export function templateValuesAsFields(parameters: Parameters, flatten: boolean): Parameters {
	const { name } = templateValuesField;
	const { values, columns } = parameters.mapped(name);
	const missing = columns.find(({ id, required }) => required && isBlank(values[id]));
	if (missing) {
		throw new InputError(
			nameOfLabel(missing.displayName),
			'is empty',
			'Fill it in, or make the expression return a value.',
		);
	}
	const filled = Object.entries(values).filter(
		([id, value]) => id !== templateTextId && !isBlank(value),
	);
	checkCode(filled, flatten);
	return parameters.withValues(
		fieldValues(
			filled,
			(binary) => parameters.hasBinary(binary),
			(what, todo) => parameters.error(name, what, todo),
		),
	);
}

// It goes to the body and to the button, whose names the editor does not show.
function checkCode(filled: ReadonlyArray<readonly [id: string, value: unknown]>, flatten: boolean) {
	const value = filled.find(([id]) => pathOf(id)?.startsWith('code.'))?.[1];
	if (value === undefined) return;
	const { fields, read } = buttonKinds.authenticationCode;
	read(
		new Parameters(fields, { value: () => value, binary: () => undefined, timezone: 'UTC' }),
		flatten,
	);
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
