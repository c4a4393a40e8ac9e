import { path } from '../../../graphApi/path';
import { onPlatform } from '../../fields/kapsoPlatform';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import { externalIdField, nameField } from './customerFields';

/** https://docs.kapso.ai/api/platform/v1/customers/create-customer */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a Kapso customer',
	description: 'Create a customer, who can then connect a number with a setup link',
	fields: [{ ...nameField, required: true }, optionsField([externalIdField])],
	request(parameters) {
		const name = parameters.text(nameField.name).trim();
		const options = parameters.group('options');
		const external_customer_id = options.optionalText(externalIdField.name)?.trim();
		return {
			method: 'POST',
			path: path`/customers`,
			...onPlatform,
			body: { customer: { name, external_customer_id } },
			secrets: [name],
		};
	},
};
