import { path } from '../../../graphApi/path';
import { checkChanges } from '../../fields/checkChanges';
import { kapsoCustomerField, readUuid } from '../../fields/kapsoIds';
import { onPlatform, updateFieldsField } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { externalIdField, nameField } from './customerFields';

/** https://docs.kapso.ai/api/platform/v1/customers/update-customer */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a Kapso customer',
	description: 'Change the name or the external ID of a customer',
	fields: [kapsoCustomerField, updateFieldsField([externalIdField, nameField])],
	request(parameters) {
		const changes = parameters.group('updateFields');
		const name = changes.optionalText(nameField.name)?.trim();
		const external_customer_id = changes.optionalText(externalIdField.name)?.trim();
		const customer = { name, external_customer_id };
		checkChanges(parameters, 'updateFields', customer);
		return {
			method: 'PATCH',
			path: path`/customers/${readUuid(parameters, kapsoCustomerField)}`,
			...onPlatform,
			body: { customer },
			secrets: name === undefined ? [] : [name],
			idempotent: true,
		};
	},
};
