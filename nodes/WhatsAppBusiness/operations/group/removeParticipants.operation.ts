import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { groupField, readGroupId } from '../../fields/group';
import { limits } from '../../../shared/limits';
import { listedUser, readRecipients } from '../../fields/recipients';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#remove-group-participants */
export const operation: Operation = {
	displayName: 'Remove Participants',
	action: 'Remove participants from a group',
	description:
		'Remove people from a group. They cannot join again with the invite link. Each person becomes an item. A group webhook with the same request ID has the result.',
	fields: [
		groupField,
		{
			displayName: 'Participants',
			name: 'participants',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. +1 650 555 1234, +44 7700 900123',
			description: `Phone numbers with country code or business-scoped user IDs, separated by commas, at most ${limits.groupParticipants}`,
		},
	],
	request: (parameters) => ({
		method: 'DELETE',
		path: path`/${readGroupId(parameters)}/participants`,
		on: 'group',
		body: {
			messaging_product: 'whatsapp',
			participants: readParticipants(parameters).map(listedUser),
		},
	}),
	output: (response, parameters) =>
		readParticipants(parameters).map((participant) => {
			const { request_id } = response as IDataObject;
			return { participant, status: 'requested', request_id };
		}),
};

function readParticipants(parameters: Parameters): string[] {
	const rule = { min: 1, max: limits.groupParticipants };
	const participants = readRecipients(parameters, 'participants', rule);
	if (new Set(participants).size < participants.length) {
		throw parameters.error('participants', 'contains a person twice', 'Enter each person once.');
	}
	return participants;
}
