import type { Operation } from '../../operation';
import { readTemplateId, templateIdField } from './templateId';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pacing */
export const operation: Operation = {
	displayName: 'Unpause',
	action: 'Unpause a template',
	description:
		'Resume a template that template pacing has paused, 5 minutes after the pause at the earliest',
	fields: [templateIdField],
	request: (parameters) => ({
		method: 'POST',
		path: path`/${readTemplateId(parameters)}/unpause`,
		on: 'template',
	}),
};
