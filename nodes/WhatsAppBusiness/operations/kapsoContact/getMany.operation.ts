import { path } from '../../../graphApi/path';
import { createdFilters, readCreatedFilters } from '../../fields/kapsoFilters';
import { kapsoCustomerField, readOptionalUuid } from '../../fields/kapsoIds';
import { filtersField, numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';

/**
 * Its pages are counted or linked, depending on the version: it is told the size of a page either way.
 * https://docs.kapso.ai/api/platform/v1/contacts/list-contacts
 */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso contacts',
	description: 'Get the people that the project knows',
	fields: [
		...listFields,
		filtersField([
			...createdFilters,
			{ ...kapsoCustomerField, required: false },
			{
				displayName: 'Has Customer',
				name: 'hasCustomer',
				type: 'boolean',
				default: true,
				description: 'Whether the person belongs to a customer of the project',
			},
			{
				displayName: 'Number Contains',
				name: 'numberContains',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1650',
			},
			{
				displayName: 'Profile Name Contains',
				name: 'nameContains',
				type: 'string',
				default: '',
			},
		]),
		simplifyField,
	],
	list: true,
	request(parameters) {
		const filters = parameters.group('filters');
		const { per_page } = numberedPages(parameters);
		return {
			method: 'GET',
			path: path`/whatsapp/contacts`,
			...onPlatform,
			query: {
				limit: per_page,
				per_page,
				profile_name_contains: filters.optionalText('nameContains')?.trim(),
				wa_id_contains: filters.optionalText('numberContains')?.trim(),
				customer_id: readOptionalUuid(filters, kapsoCustomerField),
				has_customer: filters.optionalBoolean('hasCustomer'),
				...readCreatedFilters(filters),
			},
		};
	},
	output: simplifiedTo([
		'id',
		'wa_id',
		'profile_name',
		'display_name',
		'customer_id',
		'created_at',
	]),
};
