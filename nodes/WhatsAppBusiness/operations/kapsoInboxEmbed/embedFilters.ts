import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../../graphApi/types';
import {
	kapsoCustomerField,
	kapsoNumberField,
	readOptionalKapsoNumber,
	readOptionalUuid,
} from '../../fields/kapsoIds';
import type { Parameters } from '../../parameters/parameters';
import { assignedUserField, scopeOptions } from './embedFields';

/** Read with `readEmbedFilters`. */
export const embedFilters: INodeProperties[] = [
	assignedUserField,
	{ ...kapsoCustomerField, required: false },
	{
		displayName: 'Embed Scope',
		name: 'embedScope',
		type: 'options',
		options: scopeOptions,
		default: 'phone_number',
		description: 'Whose conversations are shown',
	},
	{
		displayName: 'Embed Status',
		name: 'embedStatus',
		type: 'options',
		options: [
			{ name: 'Active', value: 'active' },
			{ name: 'Revoked', value: 'revoked' },
		],
		default: 'active',
	},
	{ ...kapsoNumberField, required: false },
];

/**
 * A customer or a number has its scope with it.
 * https://docs.kapso.ai/api/platform/v1/inbox-embeds/list-inbox-embeds
 * @throws InputError for an invalid filter, and for filters that exclude each other.
 */
export function readEmbedFilters(filters: Parameters): Query {
	const customer = readOptionalUuid(filters, kapsoCustomerField);
	const number = readOptionalKapsoNumber(filters);
	const ofObject =
		customer !== undefined ? 'customer' : number !== undefined ? 'phone_number' : undefined;
	const scope = filters.optionalChoice('embedScope') ?? ofObject;
	if ((customer !== undefined && number !== undefined) || (ofObject ?? scope) !== scope) {
		throw filters.error(
			customer === undefined ? kapsoNumberField.name : kapsoCustomerField.name,
			'cannot be combined with the other filters',
			'An inbox embed is for a customer, for a number or for the project. Keep one of the filters.',
		);
	}
	return {
		status: filters.optionalChoice('embedStatus'),
		scope_type: scope,
		scope_id: customer ?? number,
		assigned_user_id: readOptionalUuid(filters, assignedUserField),
	};
}
