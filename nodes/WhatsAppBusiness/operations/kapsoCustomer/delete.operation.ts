import { path } from '../../../graphApi/path';
import { kapsoCustomerField, readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';

/** https://docs.kapso.ai/api/platform/v1/customers/delete-customer */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a Kapso customer',
	description: 'Delete a customer of the project',
	fields: [kapsoCustomerField],
	request: (parameters) => ({
		method: 'DELETE',
		path: path`/customers/${readUuid(parameters, kapsoCustomerField)}`,
		...onPlatform,
	}),
	output: () => ({ deleted: true }),
};
