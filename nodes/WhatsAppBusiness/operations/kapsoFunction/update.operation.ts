import { path } from '../../../graphApi/path';
import { checkChanges } from '../../fields/checkChanges';
import { codeField, readCode } from '../../fields/kapsoFunctions';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform, updateFieldsField } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { functionField, functionFields, functionNameField, readFunction } from './functionFields';

/** https://docs.kapso.ai/api/platform/v1/functions/functions/update-function */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a Kapso function',
	description: 'Change a function. New code does not run until you deploy it.',
	fields: [
		functionField,
		updateFieldsField([functionNameField, { ...codeField, required: false }, ...functionFields]),
	],
	request(parameters) {
		const id = readUuid(parameters, functionField);
		const given = parameters.group('updateFields');
		const changes = {
			name: given.optionalText(functionNameField.name)?.trim(),
			code: given.hasValue(codeField.name) ? readCode(given) : undefined,
			...readFunction(given),
		};
		checkChanges(parameters, 'updateFields', changes);
		return {
			method: 'PATCH',
			path: path`/functions/${id}`,
			...onPlatform,
			body: { function: changes },
			idempotent: true,
		};
	},
};
