import type { INodeProperties } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import type { JsonObject, JsonValue } from '../../../graphApi/types';
import { groupField, readGroupId } from '../../fields/group';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { path } from '../../../graphApi/path';

const joinRequestIdsField: INodeProperties = {
	displayName: 'Join Request IDs',
	name: 'joinRequestIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw',
	description:
		'IDs of the requests, separated by commas, from Get Join Requests or a group webhook. Each becomes an item.',
};

/** Everything but the texts of an operation that approves or rejects join requests. */

export function joinRequestDecision(
	method: 'POST' | 'DELETE',
	done: 'approved' | 'rejected',
): Pick<Operation, 'fields' | 'request' | 'output'> {
	return {
		fields: [groupField, joinRequestIdsField],
		request: (parameters) => ({
			method,
			path: path`/${readGroupId(parameters)}/join_requests`,
			on: 'group',
			body: { messaging_product: 'whatsapp', join_requests: parameters.texts('joinRequestIds') },
		}),
		output: (response, parameters) => joinRequestResults(response, parameters, done),
	};
}

/**
 * One entry per join request: approved or rejected, or failed with Meta's errors.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#approve-join-requests
 */

function joinRequestResults(
	response: JsonObject,
	parameters: Parameters,
	done: 'approved' | 'rejected',
) {
	const list = response[`${done}_join_requests`];
	const succeeded: JsonValue[] = Array.isArray(list) ? list : [];
	const failed = asObjects<FailedJoinRequest>(response.failed_join_requests);
	return parameters.texts('joinRequestIds').map((id) => {
		if (succeeded.includes(id)) return { join_request_id: id, status: done };
		const failure = failed.find(({ join_request_id }) => join_request_id === id);
		const errors = failure?.errors ?? asObjects<JsonObject>(response.errors);
		return { join_request_id: id, status: 'failed', errors };
	});
}

interface FailedJoinRequest {
	join_request_id: string;
	errors?: JsonObject[];
}
