import { path } from '../../../graphApi/path';
import type { Operation } from '../../operation';
import { readTemplateGroupId, templateGroupField } from './templateGroup';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups#delete-a-template-group */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a template group',
	description: 'Delete a group. The templates in it stay.',
	fields: [templateGroupField],
	request: (parameters) => ({
		method: 'DELETE',
		path: path`/${readTemplateGroupId(parameters)}`,
		on: 'templateGroup',
	}),
	output: () => ({ deleted: true }),
};
