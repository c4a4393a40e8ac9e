import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { templateFieldChoice, templateFieldsQuery } from './templateFieldChoice';
import { readTemplateId, templateIdField } from './templateId';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a template',
	description: 'Get a template in one language, with its components and its status',
	fields: [templateIdField, optionsField([templateFieldChoice])],
	request: (parameters) => ({
		method: 'GET',
		path: path`/${readTemplateId(parameters)}`,
		on: 'template',
		query: templateFieldsQuery(parameters),
	}),
};
