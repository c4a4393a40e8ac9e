import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import { asObject, asObjects } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import type { OperationRequest } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { limits } from '../../../shared/limits';
import { optionsField } from '../../fields/options';
import { listedUser, readRecipients } from '../../fields/recipients';
import { automaticNumberField, readSender } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** The fields of blocking and unblocking. */
export const blockedUsersFields: INodeProperties[] = [
	{
		displayName: 'Users',
		name: 'users',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +1 650 555 1234, +44 7700 900123',
		description: `Phone numbers with country code or business-scoped user IDs, separated by commas, at most ${limits.blockUsers}`,
	},
	optionsField([automaticNumberField]),
];

/** A person in Meta's response. `input` is what was requested. */
interface ListedUser {
	input?: string;
	wa_id?: string;
	user_id?: string;
	errors?: PersonError[];
}

interface PersonError {
	code?: number;
	message?: string;
	error_data?: { details?: string };
}

/**
 * The request that blocks (POST) or unblocks (DELETE) people.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users
 * @throws InputError for an entry that is neither a phone number nor a user ID.
 */
export function blockedUsersRequest(
	parameters: Parameters,
	account: Account,
	method: 'POST' | 'DELETE',
): OperationRequest {
	const users = readUsers(parameters);
	return {
		method,
		path: path`/${readSender(parameters, account, automaticNumberField)}/block_users`,
		on: 'phoneNumber',
		body: {
			messaging_product: 'whatsapp',
			block_users: users.map(listedUser),
		},
		partialResult,
		idempotent: true,
	};
}

/**
 * One item per requested person, in the same order, with Meta's reason for each failure.
 * @param done the key under which Meta lists the people for whom it succeeded.
 */
export function blockedUsersOutput(
	response: JsonObject,
	parameters: Parameters,
	done: 'added_users' | 'removed_users',
): IDataObject[] {
	const lists = asObject<JsonObject>(response[partialResult]);
	const failed = asObjects<ListedUser>(lists.failed_users);
	const listed = [...asObjects<ListedUser>(lists[done]), ...failed];
	return readUsers(parameters).map((user) => {
		const entry = listed.find(({ input, user_id }) => user === input || user === user_id);
		const success = entry !== undefined && !failed.includes(entry);
		return {
			user,
			wa_id: entry?.wa_id,
			success,
			error: success ? undefined : errorOf(entry, response),
		};
	});
}

const partialResult = 'block_users';

function readUsers(parameters: Parameters): string[] {
	return [...new Set(readRecipients(parameters, 'users', { min: 1, max: limits.blockUsers }))];
}

// The person's error, or else that of the whole request.
function errorOf(entry: ListedUser | undefined, { error: whole }: JsonObject): IDataObject {
	const [personError] = asObjects(entry?.errors);
	const { code, message, error_data } = personError ?? asObject<PersonError>(whole);
	return { code, message, details: error_data?.details };
}
