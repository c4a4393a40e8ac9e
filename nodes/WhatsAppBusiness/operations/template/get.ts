import type { Operation } from '../../operation';
import { messageOptions } from '../../sharedFields/message';
import { readTemplateFields, templateFieldsOption } from '../../sharedFields/templateFieldNames';
import { readTemplateId, templateIdField } from '../../sharedFields/templateId';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a template',
	description: 'Get a template in one language, with its components and its status',
	fields: [templateIdField, messageOptions([templateFieldsOption])],
	request(parameters) {
		const fields = readTemplateFields(parameters.group('options'));
		return {
			method: 'GET',
			path: `/${readTemplateId(parameters)}`,
			query: fields === undefined ? undefined : { fields },
		};
	},
};
