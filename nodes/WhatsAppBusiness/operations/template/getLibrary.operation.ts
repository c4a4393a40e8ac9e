import type { INodeProperties } from 'n8n-workflow';

import { asText, asTextOrNumber } from '../../../graphApi/coerce';
import type { JsonObject, Query } from '../../../graphApi/types';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { checkLanguageCode } from '../../fields/templateName';
import { templateCategories } from './templateCategories';
import { path } from '../../../graphApi/path';

const filters: INodeProperties[] = [
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: templateCategories,
		default: 'UTILITY',
	},
	{
		displayName: 'Industry',
		name: 'industry',
		type: 'options',
		options: [
			{ name: 'E-Commerce', value: 'E_COMMERCE' },
			{ name: 'Financial Services', value: 'FINANCIAL_SERVICES' },
		],
		default: 'E_COMMERCE',
	},
	{
		displayName: 'Language Code',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. en_US',
	},
	{
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. delivery',
		description: 'Part of the name or the texts of the template',
	},
	{
		displayName: 'Topic',
		name: 'topic',
		type: 'options',
		options: [
			{ name: 'Account Update', value: 'ACCOUNT_UPDATE' },
			{ name: 'Customer Feedback', value: 'CUSTOMER_FEEDBACK' },
			{ name: 'Order Management', value: 'ORDER_MANAGEMENT' },
			{ name: 'Payments', value: 'PAYMENTS' },
		],
		default: 'ORDER_MANAGEMENT',
	},
	{
		displayName: 'Use Case',
		name: 'useCase',
		type: 'string',
		default: '',
		placeholder: 'e.g. DELIVERY_FAILED',
		description:
			'What the message is about, in capitals. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library">All use cases</a>.',
	},
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library */
export const operation: Operation = {
	displayName: 'Get Library',
	action: 'Get the template library',
	description:
		"Get the ready-made templates in Meta's library, with a preview of each. Create makes a template from one of them by its name.",
	fields: [...listFields, optionsField(filters)],
	list: true,
	output: (template) => ({ ...template, preview: previewOf(template) }),
	request(parameters) {
		return {
			method: 'GET',
			path: path`/message_template_library`,
			on: 'fixed',
			query: readFilters(parameters.group('options')),
		};
	},
};

/** Its text as a recipient reads it, with Meta's sample values. */
function previewOf({ header, body, body_params: samples }: JsonObject): string {
	const values = Array.isArray(samples) ? samples.map(asTextOrNumber) : [];
	const filled = asText(body)?.replace(
		/\{\{(\d{1,3})\}\}/g,
		(placeholder, number: string) => values[Number(number) - 1] ?? placeholder,
	);
	return [asText(header), filled].filter((part) => part).join('\n\n');
}

function readFilters(chosen: Parameters): Query {
	return {
		category: chosen.optionalChoice('category'),
		industry: chosen.optionalChoice('industry'),
		language: readLanguage(chosen),
		search: chosen.optionalText('search')?.trim(),
		topic: chosen.optionalChoice('topic'),
		usecase: readUseCase(chosen),
	};
}

function readLanguage(chosen: Parameters): string | undefined {
	const code = chosen.optionalText('language')?.trim();
	if (code !== undefined) checkLanguageCode(chosen, 'language', code);
	return code;
}

// Not a choice: Meta has many use cases, and adds to them.
function readUseCase(chosen: Parameters): string | undefined {
	const useCase = chosen.optionalText('useCase')?.trim();
	if (useCase !== undefined && !/^[A-Z0-9_]+$/.test(useCase)) {
		throw chosen.error(
			'useCase',
			'is not a use case as Meta writes it',
			'Use capitals and underscores, e.g. DELIVERY_FAILED.',
		);
	}
	return useCase;
}
