import { path } from '../../../graphApi/path';
import { kapsoCustomerField, readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';

/** https://docs.kapso.ai/api/platform/v1/customers/get-customer */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a Kapso customer',
	description: 'Get a customer of the project',
	fields: [kapsoCustomerField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/customers/${readUuid(parameters, kapsoCustomerField)}`,
		...onPlatform,
	}),
};
