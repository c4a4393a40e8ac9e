import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { asText } from '../../graphApi/coerce';
import type { Query } from '../../graphApi/types';
import { languageSeparator } from '../fields/templateValues/templateChoice';
import { templateCategories } from '../operations/template/templateCategories';
import { ofWaba, pickPage } from '../../shared/listSearch/list';
import type { PickerList } from '../../shared/listSearch/list';
import { lowerCase, nameOf } from './nameOf';

interface Template {
	id: string;
	name: string;
	status: string;
	language: string;
	category: string;
}

const endpoint = ofWaba('message_templates');

/** The approved templates of the credential's WABA, one entry per language, for the 'Template' list. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickPage<Template>(
		this,
		{
			endpoint,
			manager: 'message-templates',
			query: {
				fields: 'name,language,category',
				status: 'APPROVED',
				...templateFilter(filter),
			},
			item: ({ name, language, category }) => ({
				name: nameOf(name, language, lowerCase(category)),
				value: asText(name) && asText(language) ? `${name}${languageSeparator}${language}` : '',
			}),
		},
		page,
	);
}

/** All templates of the credential's WABA by ID, in any status, for operations that manage templates. */
export async function searchTemplateIds(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickPage(this, templatesById(endpoint, filter), page);
}

/** Templates whose stored value is their ID. */
export function templatesById(
	endpoint: PickerList<Template>['endpoint'],
	filter: string | undefined,
): PickerList<Template> {
	return {
		endpoint,
		manager: 'message-templates',
		query: { fields: 'id,name,language,status,category', ...templateFilter(filter) },
		item: ({ id, name, language, status, category }) => ({
			name: nameOf(name, language, lowerCase(category), lowerCase(status)),
			value: id,
		}),
	};
}

const categories = templateCategories.map(({ value }) => value);

/**
 * Converts the typed text to filters of the API, because there can be thousands of templates: a category, a language such
 * as pt_BR, and the rest for names and texts.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/message-template-api
 */
function templateFilter(filter = ''): Query {
	const words = filter.split(/\s+/).filter((word) => word !== '');
	const isCategory = (word: string) => categories.includes(word.toUpperCase());
	const isLanguage = (word: string) => /^[a-z]{2,3}_[a-z]{2}$/i.test(word);
	const [language, country] = words.find(isLanguage)?.split('_') ?? [];
	const text = words.filter((word) => !isCategory(word) && !isLanguage(word)).join(' ');
	return {
		category: words.find(isCategory)?.toUpperCase(),
		language: language && `${language.toLowerCase()}_${country?.toUpperCase()}`,
		name_or_content: text === '' ? undefined : text,
	};
}
