import type { Query } from '../../../graphApi/types';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { notice } from '../../../shared/notice';
import { optionsField } from '../../fields/options';
import { readTemplateName, templateNameField } from '../../fields/templateName';
import { readTemplateIds, templateIdsField } from '../../fields/templateIds';
import { readTemplateId, templateIdField } from './templateId';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management#delete-templates */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a template',
	description:
		'Delete a template in one language or in all, or several templates. The name of an approved template cannot be used again for 30 days.',
	fields: [
		notice(
			'deleteNotice',
			'This cannot be undone. The name of an approved template cannot be used again for 30 days.',
		),
		{
			displayName: 'What to Delete',
			name: 'languages',
			type: 'options',
			options: [
				{ name: 'All Languages', value: 'all', description: 'Every template with a certain name' },
				{
					name: 'One Language',
					value: 'one',
					description: 'The template with a certain name and ID',
				},
				{
					name: 'Several Templates',
					value: 'several',
					description: 'Templates by their IDs: all of them, or none if an ID is wrong',
				},
			],
			default: 'all',
		},
		{ ...templateNameField, displayOptions: { show: { languages: ['all', 'one'] } } },
		{
			...templateIdField,
			displayOptions: { show: { languages: ['one'] } },
			description: 'The template with that name in the language to delete',
		},
		{ ...templateIdsField, displayOptions: { show: { languages: ['several'] } } },
		optionsField([wabaField]),
	],
	request: (parameters, account) => ({
		method: 'DELETE',
		path: path`/${readWaba(parameters, account)}/message_templates`,
		on: 'waba',
		query: readTemplates(parameters),
	}),
	output: () => ({ deleted: true }),
};

function readTemplates(parameters: Parameters): Query {
	switch (parameters.choice('languages')) {
		case 'several':
			return { hsm_ids: `[${readTemplateIds(parameters).join(',')}]` };
		case 'one':
			return { name: readTemplateName(parameters), hsm_id: readTemplateId(parameters) };
		default:
			return { name: readTemplateName(parameters) };
	}
}
