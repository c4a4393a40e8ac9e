import type { Operation } from '../../operation';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import { groupField, readGroupId } from '../../fields/group';
import { optionsField } from '../../fields/options';
import { path } from '../../../graphApi/path';

const fieldNames = {
	creation_timestamp: 'Creation Timestamp',
	description: 'Description',
	join_approval_mode: 'Join Approval Mode',
	participants: 'Participants',
	subject: 'Subject',
	suspended: 'Suspended',
	total_participant_count: 'Total Participant Count',
};

// Without fields, WhatsApp returns only the ID.
const allFields = Object.keys(fieldNames).join(',');

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-group-info */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a group',
	description: 'Get the subject, the description, the participants and the settings of a group',
	fields: [groupField, optionsField([fieldChoice(fieldNames, 'all are returned')])],
	request(parameters) {
		return {
			method: 'GET',
			path: path`/${readGroupId(parameters)}`,
			on: 'group',
			query: fieldsQuery(parameters, allFields),
		};
	},
};
