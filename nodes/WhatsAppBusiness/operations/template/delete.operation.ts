import type { Operation } from '../../operation';
import { notice } from '../../../shared/notice';
import { optionsField } from '../../fields/options';
import { readTemplateName, templateNameField } from '../../fields/templateName';
import { readTemplateId, templateIdField } from './templateId';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management#delete-templates */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a template',
	description:
		'Delete a template in one language or in all. The name of an approved template cannot be used again for 30 days.',
	fields: [
		notice(
			'deleteNotice',
			'This cannot be undone. The name of an approved template cannot be used again for 30 days.',
		),
		templateNameField,
		{
			displayName: 'Languages',
			name: 'languages',
			type: 'options',
			options: [
				{ name: 'All', value: 'all', description: 'Every template with this name' },
				{ name: 'One', value: 'one', description: 'The template with this name and a certain ID' },
			],
			default: 'all',
			description: 'What to delete',
		},
		{
			...templateIdField,
			displayOptions: { show: { languages: ['one'] } },
			description: 'The template with that name in the language to delete',
		},
		optionsField([wabaField]),
	],
	request(parameters, account) {
		const name = readTemplateName(parameters);
		return {
			method: 'DELETE',
			path: path`/${readWaba(parameters, account)}/message_templates`,
			query: {
				name,
				hsm_id: parameters.choice('languages') === 'one' ? readTemplateId(parameters) : undefined,
			},
		};
	},
	output: () => ({ deleted: true }),
};
