import { path } from '../../../graphApi/path';
import {
	createdFilters,
	personFilter,
	readCreatedFilters,
	readPersonFilter,
} from '../../fields/kapsoFilters';
import { kapsoNumberField, readOptionalKapsoNumber, readOptionalUuid } from '../../fields/kapsoIds';
import { filtersField, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Query } from '../../../graphApi/types';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { conversationKeys } from './conversationKeys';
import { userField } from './user';

/** https://docs.kapso.ai/api/platform/v1/conversations/list-conversations */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso conversations',
	description: 'Get conversations, those that were active last first',
	fields: [
		...listFields,
		filtersField([
			...createdFilters,
			{ displayName: 'Last Active After', name: 'activeAfter', type: 'dateTime', default: '' },
			{ displayName: 'Last Active Before', name: 'activeBefore', type: 'dateTime', default: '' },
			{ ...kapsoNumberField, required: false },
			personFilter,
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Ended', value: 'ended' },
				],
				default: 'active',
			},
			{
				displayName: 'Unassigned',
				name: 'unassigned',
				type: 'boolean',
				default: true,
				description: 'Whether to return only conversations that no user looks after',
			},
			{ ...userField, required: false },
		]),
		simplifyField,
	],
	list: true,
	request(parameters) {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: path`/whatsapp/conversations`,
			...onPlatform,
			query: {
				phone_number_id: readOptionalKapsoNumber(filters),
				...readPersonFilter(filters),
				status: filters.optionalChoice('status'),
				...readAssignee(filters),
				...readCreatedFilters(filters),
				last_active_after: filters.optionalIsoTime('activeAfter'),
				last_active_before: filters.optionalIsoTime('activeBefore'),
			},
		};
	},
	output: simplifiedTo(conversationKeys),
};

/** @throws InputError for an invalid user, and for a user whose conversations are to have no user. */
function readAssignee(filters: Parameters): Query {
	const assigned_user_id = readOptionalUuid(filters, userField);
	const unassigned = filters.boolean('unassigned') || undefined;
	if (assigned_user_id !== undefined && unassigned) {
		throw filters.error(
			'unassigned',
			"cannot be combined with the filter 'User'",
			'Remove one of the two filters.',
		);
	}
	return { assigned_user_id, unassigned };
}
