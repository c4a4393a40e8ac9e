import { path } from '../../../graphApi/path';
import { createdFilters, readCreatedFilters } from '../../fields/kapsoFilters';
import { filtersField, numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { customerKeys, externalIdField, nameField } from './customerFields';

/** https://docs.kapso.ai/api/platform/v1/customers/list-customers */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso customers',
	description: 'Get the customers of the project',
	fields: [
		...listFields,
		filtersField([
			...createdFilters,
			externalIdField,
			{ ...nameField, description: 'The name, or part of it' },
		]),
		simplifyField,
	],
	list: true,
	request(parameters) {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: path`/customers`,
			...onPlatform,
			query: {
				...numberedPages(parameters),
				name_contains: filters.optionalText(nameField.name)?.trim(),
				external_customer_id: filters.optionalText(externalIdField.name)?.trim(),
				...readCreatedFilters(filters),
			},
		};
	},
	output: simplifiedTo(customerKeys),
};
