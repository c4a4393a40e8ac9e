import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../graphApi/types';
import { isUserId } from '../../shared/userId';
import type { Parameters } from '../parameters/parameters';
import { readPerson } from './person';

/** The person of a conversation. Read with `readPersonFilter`. */
export const personFilter: INodeProperties = {
	displayName: 'Person',
	name: 'person',
	type: 'string',
	default: '',
	placeholder: 'e.g. +1 650 555 1234',
	description: 'Phone number with country code, or business-scoped user ID',
};

/** A phone number or user ID without a plus. Kapso stores numbers with or without one, and finds them by a part. */
export function withoutPlus(person: string): string {
	return person.replace(/^\+/, '');
}

/**
 * @throws InputError when it is neither a phone number nor a user ID.
 */
export function readPersonFilter(filters: Parameters): Query {
	if (filters.optionalText(personFilter.name) === undefined) return {};
	const person = readPerson(filters, personFilter.name);
	if (isUserId(person)) return { business_scoped_user_id: person };
	return { phone_number: withoutPlus(person) };
}

/** When something was created. Read with `readCreatedFilters`. */
export const createdFilters: INodeProperties[] = [
	{
		displayName: 'Created After',
		name: 'createdAfter',
		type: 'dateTime',
		default: '',
	},
	{
		displayName: 'Created Before',
		name: 'createdBefore',
		type: 'dateTime',
		default: '',
	},
];

/** @throws InputError for an invalid date. */
export function readCreatedFilters(filters: Parameters): Query {
	return {
		created_after: filters.optionalIsoTime('createdAfter'),
		created_before: filters.optionalIsoTime('createdBefore'),
	};
}
