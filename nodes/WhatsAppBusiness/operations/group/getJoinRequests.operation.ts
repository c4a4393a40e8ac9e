import type { Operation } from '../../operation';
import { groupField, readGroupId } from '../../fields/group';
import { listFields } from '../../fields/list';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-join-requests */
export const operation: Operation = {
	displayName: 'Get Join Requests',
	action: 'Get the join requests of a group',
	description: 'List the people who asked to join a group that requires approval',
	fields: [groupField, ...listFields],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/${readGroupId(parameters)}/join_requests`,
		on: 'group',
	}),
};
