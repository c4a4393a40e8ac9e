import type { Operation } from '../../operation';
import { groupField, readGroupId } from '../../fields/group';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-group-invite-link */
export const operation: Operation = {
	displayName: 'Get Invite Link',
	action: 'Get the invite link of a group',
	description: 'Get the link for joining a group',
	fields: [groupField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/${readGroupId(parameters)}/invite_link`,
		on: 'group',
	}),
};
