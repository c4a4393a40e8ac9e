import type { Operation } from '../../operation';
import { groupField, readGroup } from '../../sharedFields/group';
import { optionsField } from '../../sharedFields/options';

const fieldOptions = [
	{ name: 'Creation Timestamp', value: 'creation_timestamp' },
	{ name: 'Description', value: 'description' },
	{ name: 'Join Approval Mode', value: 'join_approval_mode' },
	{ name: 'Participants', value: 'participants' },
	{ name: 'Subject', value: 'subject' },
	{ name: 'Suspended', value: 'suspended' },
	{ name: 'Total Participant Count', value: 'total_participant_count' },
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-group-info */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a group',
	description: 'Get the subject, the description, the participants and the settings of a group',
	fields: [
		groupField,
		optionsField([
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'multiOptions',
				options: fieldOptions,
				default: [],
				description: 'Which fields to return. If none is chosen, all are returned.',
			},
		]),
	],
	request(parameters) {
		const chosen = parameters.group('options').choices('fields');
		// Without fields WhatsApp returns nothing but the ID.
		const fields = chosen.length > 0 ? chosen : fieldOptions.map(({ value }) => value);
		return { method: 'GET', path: readGroup(parameters), query: { fields: fields.join(',') } };
	},
};
