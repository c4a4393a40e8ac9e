import type { INodeProperties } from 'n8n-workflow';

import { path } from '../../../graphApi/path';
import { createdFilters, readCreatedFilters } from '../../fields/kapsoFilters';
import { kapsoCustomerField, readOptionalUuid } from '../../fields/kapsoIds';
import { filtersField, numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import { isUserId } from '../../../shared/userId';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

const externalCustomerFilter: INodeProperties = {
	displayName: 'External Customer ID',
	name: 'externalCustomerId',
	type: 'string',
	default: '',
	placeholder: 'e.g. C-1001',
	description: 'ID of the customer in your own system',
};

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
			externalCustomerFilter,
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
			{
				displayName: 'User ID',
				name: 'userId',
				type: 'string',
				default: '',
				placeholder: 'e.g. US.13491208655302741918',
				description: 'Business-scoped user ID',
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
				business_scoped_user_id: readUserId(filters),
				customer_id: readOptionalUuid(filters, kapsoCustomerField),
				customer_external_id: filters.optionalText(externalCustomerFilter.name)?.trim(),
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

/** @throws InputError when it is not a user ID. */
function readUserId(filters: Parameters): string | undefined {
	const id = filters.optionalText('userId')?.trim();
	if (id === undefined || isUserId(id)) return id;
	throw filters
		.error(
			'userId',
			'is not a business-scoped user ID',
			"It begins with a country code, such as US.13491208655302741918. For a phone number, use 'Number Contains'.",
		)
		.with(id);
}
