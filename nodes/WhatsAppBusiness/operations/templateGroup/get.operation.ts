import { path } from '../../../graphApi/path';
import { fieldsQuery } from '../../fields/fieldChoice';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../operation';
import { groupFieldChoice } from './groupFieldChoice';
import { readTemplateGroupId, templateGroupField } from './templateGroup';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups#get-a-template-group */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a template group',
	description: 'Get a group and the templates in it',
	fields: [templateGroupField, optionsField([groupFieldChoice])],
	request: (parameters) => ({
		method: 'GET',
		path: path`/${readTemplateGroupId(parameters)}`,
		on: 'templateGroup',
		query: fieldsQuery(parameters),
	}),
};
