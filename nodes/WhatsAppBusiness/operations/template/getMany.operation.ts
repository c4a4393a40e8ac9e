import type { INodeProperties } from 'n8n-workflow';

import type { Query } from '../../../graphApi/types';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { listFields, simplifyField } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { checkLanguageCode } from '../../fields/templateName';
import { templateCategories } from './templateCategories';
import { templateFieldChoice, templateFieldsQuery } from './templateFieldChoice';
import { simplifiedFields, simplifyTemplate } from './simplifyTemplate';
import { templateStatuses } from './templateStatuses';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';

const filters: INodeProperties[] = [
	{
		displayName: 'Category',
		name: 'category',
		type: 'multiOptions',
		options: templateCategories,
		default: [],
	},
	{
		displayName: 'Language Code',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. en_US, es_ES',
		description: 'One or more codes, separated by commas',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. order_confirmation',
		description: 'The name, or part of it',
	},
	{
		displayName: 'Name or Content',
		name: 'nameOrContent',
		type: 'string',
		default: '',
		placeholder: 'e.g. order',
		description: 'Words in the name or the texts of the template',
	},
	{
		displayName: 'Quality',
		name: 'quality',
		type: 'multiOptions',
		options: [
			{ name: 'Green', value: 'GREEN', description: 'High' },
			{ name: 'Red', value: 'RED', description: 'Low: it may be paused soon' },
			{ name: 'Unknown', value: 'UNKNOWN', description: 'Not rated yet' },
			{ name: 'Yellow', value: 'YELLOW', description: 'Medium' },
		],
		default: [],
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: [
			{
				name: 'Direct Send',
				value: 'AUTO_GENERATED',
				description: 'Templates that Meta has made from messages without a template',
			},
		],
		default: 'AUTO_GENERATED',
		description: 'Where the template comes from',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'multiOptions',
		options: Object.entries(templateStatuses).map(([value, { name }]) => ({ name, value })),
		default: [],
	},
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management#get-templates */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many templates',
	description: 'Get many templates. Each language becomes an item.',
	fields: [
		...listFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: filters,
		},
		simplifyField,
		optionsField([
			{ ...templateFieldChoice, displayOptions: { show: { '/simplify': [false] } } },
			wabaField,
		]),
	],
	list: true,
	request(parameters, account) {
		const fields = parameters.boolean('simplify')
			? { fields: simplifiedFields }
			: templateFieldsQuery(parameters);
		return {
			method: 'GET',
			path: path`/${readWaba(parameters, account)}/message_templates`,
			on: 'waba',
			query: { ...readFilters(parameters.group('filters')), ...fields },
		};
	},
	output: (template, parameters) =>
		parameters.boolean('simplify') ? simplifyTemplate(template) : template,
};

function readFilters(chosen: Parameters): Query {
	return {
		category: several(chosen.choices('category')),
		language: several(readLanguages(chosen)),
		name: chosen.optionalText('name')?.trim(),
		name_or_content: chosen.optionalText('nameOrContent')?.trim(),
		quality_score: several(chosen.choices('quality')),
		source: chosen.optionalChoice('source'),
		status: several(chosen.choices('status')),
	};
}

function readLanguages(chosen: Parameters): string[] {
	const codes = chosen.texts('language', {});
	for (const code of codes) {
		checkLanguageCode(chosen, 'language', code);
	}
	return codes;
}

// A list in a query of the Graph API is JSON.
function several(values: string[]): string | undefined {
	return values.length === 0 ? undefined : JSON.stringify(values);
}
