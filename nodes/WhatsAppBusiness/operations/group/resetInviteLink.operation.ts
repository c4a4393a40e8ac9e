import type { Operation } from '../../operation';
import { groupField, readGroupId } from '../../fields/group';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#reset-group-invite-link */
export const operation: Operation = {
	displayName: 'Reset Invite Link',
	action: 'Reset the invite link of a group',
	description: 'Get a new invite link for a group. All earlier links stop working.',
	fields: [groupField],
	request: (parameters) => ({
		method: 'POST',
		path: path`/${readGroupId(parameters)}/invite_link`,
		on: 'group',
		body: { messaging_product: 'whatsapp' },
	}),
};
