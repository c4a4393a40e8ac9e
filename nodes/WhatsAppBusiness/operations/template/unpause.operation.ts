import type { Operation } from '../../operation';
import { readTemplateId, templateIdField } from './templateId';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-pacing */
export const operation: Operation = {
	displayName: 'Unpause',
	action: 'Unpause a template',
	description:
		'Let a template be sent again that Meta paused because of its pacing, at the earliest 5 minutes after that',
	fields: [templateIdField],
	request: (parameters) => ({ method: 'POST', path: path`/${readTemplateId(parameters)}/unpause` }),
};
