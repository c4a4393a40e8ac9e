import type { Account } from '../../../graphApi/connection';
import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { isEmpty } from '../../fields/isEmpty';
import { optionsField } from '../../fields/options';
import { templateCategories } from './templateCategories';
import { contentFields, contentOptions, readContent } from './definition/content';
import type { ContentKind } from './definition/content';
import { readSettings, settingOptions } from './definition/settings';
import { readTemplateId, templateIdField } from './templateId';
import { path } from '../../../graphApi/path';

const show: Record<ContentKind, Record<string, string[]>> = {
	parts: { newContent: ['parts'] },
	authentication: { newContent: ['authentication'] },
	json: { newContent: ['json'] },
};

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management#edit-templates */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a template',
	description:
		'Change a template, which Meta then reviews again. An approved template can be changed once a day and 10 times in 30 days.',
	fields: [
		templateIdField,
		{
			displayName: 'New Content',
			name: 'newContent',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'For Authentication',
					value: 'authentication',
					description: 'For a template with a one-time code',
				},
				{
					name: 'Unchanged',
					value: 'unchanged',
					description: 'Change only the settings in the options',
				},
				{ name: 'Using Fields', value: 'parts' },
				{ name: 'Using JSON', value: 'json' },
			],
			default: 'parts',
			description: 'The new content replaces the old content, so enter all of it',
		},
		...contentFields(show),
		optionsField([
			...contentOptions(show),
			...settingOptions,
			{
				displayName: 'Category',
				name: 'category',
				type: 'options',
				options: templateCategories,
				default: 'MARKETING',
				description: 'The new category. The category of an approved template cannot be changed.',
			},
		]),
	],
	branchFields: ['newContent'],
	request(parameters, account) {
		const options = parameters.group('options');
		const category = options.optionalChoice('category');
		const body: RequestBody = {
			category,
			...readSettings(options, category),
			...readNewContent(parameters, account, category),
		};
		if (isEmpty(body)) {
			throw parameters.error(
				'newContent',
				"is 'Unchanged', and no option changes anything",
				'Choose how to enter the new content, or add an option.',
			);
		}
		return { method: 'POST', path: path`/${readTemplateId(parameters)}`, on: 'template', body };
	},
};

function readNewContent(
	parameters: Parameters,
	account: Account,
	category: string | undefined,
): RequestBody {
	const kind = parameters.choice('newContent');
	return kind === 'unchanged'
		? {}
		: readContent(parameters, account, kind as ContentKind, category);
}
