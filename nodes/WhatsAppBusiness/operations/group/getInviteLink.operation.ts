import type { Operation } from '../../operation';
import { groupField, readGroup } from '../../fields/group';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-group-invite-link */
export const operation: Operation = {
	displayName: 'Get Invite Link',
	action: 'Get the invite link of a group',
	description: 'Get the link with which people join a group',
	fields: [groupField],
	request: (parameters) => ({ method: 'GET', path: `${readGroup(parameters)}/invite_link` }),
};
