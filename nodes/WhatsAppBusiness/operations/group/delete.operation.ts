import type { Operation } from '../../operation';
import { groupField, readGroupId } from '../../fields/group';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#delete-group */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a group',
	description: 'Delete a group and remove everybody from it, including your business',
	fields: [groupField],
	request: (parameters) => ({
		method: 'DELETE',
		path: path`/${readGroupId(parameters)}`,
		on: 'group',
	}),
	output: () => ({ deleted: true }),
};
