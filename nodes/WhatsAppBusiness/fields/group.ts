import type { INodeProperties } from 'n8n-workflow';

import { pathSegment } from '../../graphApi/safePath';
import { asObjects } from '../../graphApi/coerce';
import type { JsonObject, JsonValue } from '../../graphApi/types';
import type { Operation } from '../operation';
import type { Parameters } from '../parameters/parameters';
import { limits } from '../../shared/limits';

/** The group an operation works on; `readGroup` reads it. */
export const groupField: INodeProperties = {
	displayName: 'Group',
	name: 'group',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: "The group. The list shows those of the credential's number.",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a group…',
			typeOptions: { searchListMethod: 'searchGroups', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. Y2FwaV9ncm91cDox',
			hint: 'Get Many and the group webhooks give it',
		},
	],
};

export const groupSubjectField: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	default: '',
	placeholder: 'e.g. Plant lovers',
	description: `Name of the group, at most ${limits.groupSubject} characters`,
};

export const groupDescriptionField: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Tips and offers for people who love plants',
	description: `What the group is about, at most ${limits.groupDescription} characters`,
};

export const joinApprovalModeField: INodeProperties = {
	displayName: 'Join Approval Mode',
	name: 'joinApprovalMode',
	type: 'options',
	options: [
		{
			name: 'Approval Required',
			value: 'approval_required',
			description: 'Whoever opens the invite link waits until you approve them',
		},
		{
			name: 'Auto Approve',
			value: 'auto_approve',
			description: 'Whoever opens the invite link can join at once',
		},
	],
	default: 'auto_approve',
	description: 'How people get in',
};

const joinRequestIdsField: INodeProperties = {
	displayName: 'Join Request IDs',
	name: 'joinRequestIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw',
	description:
		'IDs of the requests, separated by commas. Get Join Requests and the group webhooks give them. Each comes out as an item of its own.',
};

/**
 * The path of the chosen group.
 * @throws InputError when none is chosen or it can't be an ID.
 */
export function readGroup(parameters: Parameters): string {
	return `/${pathSegment(readGroupId(parameters))}`;
}

/**
 * The ID of the chosen group.
 * @param name of the field, when it is not `groupField` itself.
 * @throws InputError when none is chosen or it can't be an ID.
 */
export function readGroupId(parameters: Parameters, name = groupField.name): string {
	const group = parameters.optionalLocator(name);
	if (group === undefined) {
		throw parameters.error(name, 'is empty', 'Choose one, or enter its ID.');
	}
	if (/[\s/]/.test(group)) {
		throw parameters.error(
			name,
			'is not a group ID',
			'Copy the ID from Get Many or from a group webhook. It is neither the name nor the invite link.',
		);
	}
	return group;
}

/** @throws InputError when it is empty or too long. */
export function readSubject(parameters: Parameters): string {
	return parameters.text('subject', { maxLength: limits.groupSubject }).trim();
}

/** @throws InputError when it is too long. */
export function readDescription(parameters: Parameters): string | undefined {
	return parameters.optionalText('description', { maxLength: limits.groupDescription });
}

/** An operation that approves or rejects join requests, but for its texts. */
export function joinRequestDecision(
	method: 'POST' | 'DELETE',
	done: 'approved' | 'rejected',
): Pick<Operation, 'fields' | 'request' | 'output'> {
	return {
		fields: [groupField, joinRequestIdsField],
		request: (parameters) => ({
			method,
			path: `${readGroup(parameters)}/join_requests`,
			body: { messaging_product: 'whatsapp', join_requests: parameters.texts('joinRequestIds') },
		}),
		output: (response, parameters) => joinRequestResults(response, parameters, done),
	};
}

/**
 * One entry per join request that was asked about: approved or rejected, or failed with Meta's errors.
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
		const own = failed.find(({ join_request_id }) => join_request_id === id);
		const errors = own?.errors ?? asObjects<JsonObject>(response.errors);
		return { join_request_id: id, status: 'failed', errors };
	});
}

interface FailedJoinRequest {
	join_request_id: string;
	errors?: JsonObject[];
}
