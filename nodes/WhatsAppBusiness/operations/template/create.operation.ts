import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import type { Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { notice } from '../../../shared/notice';
import { optionsField } from '../../fields/options';
import { checkLanguageCode, readTemplateName, templateNameField } from '../../fields/templateName';
import { templateCategories } from './templateCategories';
import { contentFields, contentOptions, readContent } from './definition/content';
import type { ContentKind } from './definition/content';
import { libraryFields, readLibrary } from './definition/library';
import { readSettings, settingOptions } from './definition/settings';
import { readWaba, wabaField } from '../../fields/waba';
import { former } from '../../fields/former';
import { path } from '../../../graphApi/path';

const show: Record<ContentKind, Record<string, string[]>> = {
	parts: { specifyContent: ['fields'], category: ['MARKETING', 'UTILITY'] },
	authentication: { specifyContent: ['fields'], category: ['AUTHENTICATION'] },
	json: { specifyContent: ['json'] },
};

const formerCategoryOption: INodeProperties = former({
	displayName: 'Allow Category Change',
	name: 'allowCategoryChange',
	type: 'boolean',
	default: true,
	description:
		'Whether Meta may change the category. Has no effect: since 9 April 2025, Meta always assigns the category itself.',
});

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview#creation */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a template',
	description: 'Create a template in one language and submit it to Meta for review',
	fields: [
		notice(
			'reviewNotice',
			'Meta reviews every new template. You can send it once it is approved; WhatsApp Business Trigger notifies you.',
		),
		{
			...templateNameField,
			description:
				'Lowercase letters, digits and underscores. The same name can be used once per language.',
		},
		{
			displayName: 'Language Code',
			name: 'languageCode',
			type: 'string',
			required: true,
			default: 'en_US',
			placeholder: 'e.g. en_US',
			description:
				'Language of the texts. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages">All codes</a>.',
		},
		{
			displayName: 'Category',
			name: 'category',
			type: 'options',
			noDataExpression: true,
			options: templateCategories,
			default: 'UTILITY',
			description:
				'What the template is for. This determines what a message costs and what it may say.',
		},
		{
			displayName: 'Specify Content',
			name: 'specifyContent',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'From the Template Library', value: 'library' },
				{ name: 'Using Fields', value: 'fields' },
				{ name: 'Using JSON', value: 'json' },
			],
			default: 'fields',
			description: 'How to enter the content of the template',
		},
		...contentFields(show),
		...libraryFields.map((field) => ({
			...field,
			displayOptions: { show: { specifyContent: ['library'] } },
		})),
		optionsField([
			...contentOptions(show),
			...settingOptions,
			formerCategoryOption,
			{
				displayName: 'Sub Category',
				name: 'subCategory',
				type: 'options',
				options: [
					{ name: 'Custom', value: 'CUSTOM', description: 'No special format' },
					{ name: 'Order Details', value: 'ORDER_DETAILS', description: 'An order to pay' },
					{
						name: 'Order Status',
						value: 'ORDER_STATUS',
						description: 'The new status of an order',
					},
					{
						name: 'Rich Order Status',
						value: 'RICH_ORDER_STATUS',
						description: 'The new status with details of the order',
					},
				],
				default: 'ORDER_STATUS',
				description: 'Only for templates about orders with payment on WhatsApp',
			},
			wabaField,
		]),
	],
	branchFields: ['category', 'specifyContent'],
	request(parameters, account) {
		const name = readTemplateName(parameters);
		const language = parameters.text('languageCode').trim();
		checkLanguageCode(parameters, 'languageCode', language);
		const category = parameters.choice('category');
		const options = parameters.group('options');
		return {
			method: 'POST',
			path: path`/${readWaba(parameters, account)}/message_templates`,
			on: 'waba',
			body: {
				name,
				language,
				category,
				sub_category: options.optionalChoice('subCategory'),
				...readSettings(options, category),
				...readDefinition(parameters, account, category),
			},
		};
	},
};

function readDefinition(parameters: Parameters, account: Account, category: string): RequestBody {
	switch (parameters.choice('specifyContent')) {
		case 'json':
			return readContent(parameters, account, 'json', category);
		case 'library':
			return readLibrary(parameters);
		default:
			return readContent(
				parameters,
				account,
				category === 'AUTHENTICATION' ? 'authentication' : 'parts',
				category,
			);
	}
}
