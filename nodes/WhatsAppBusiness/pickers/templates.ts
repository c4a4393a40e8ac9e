import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { wabaList } from './wabaList';

interface Template {
	id: string;
	name: string;
	status: string;
	language: string;
	category: string;
}

/** Stands between name and language in the value of a chosen template; neither of them can hold it. */
export const languageSeparator = '|';

/** The approved templates of the credential's WABA, for the 'Template' list. A template in two languages is two. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return wabaList<Template>(
		this,
		'message_templates',
		{ fields: 'name,language,category', status: 'APPROVED' },
		({ name, language, category }) => ({
			name: [name, language, category.toLowerCase()].join(' · '),
			value: `${name}${languageSeparator}${language}`,
		}),
		filter,
	);
}

/** Every template of the credential's WABA by ID, whatever its status, for operations that manage templates. */
export async function searchTemplateIds(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return wabaList<Template>(
		this,
		'message_templates',
		{ fields: 'id,name,language,status' },
		({ id, name, language, status }) => ({
			name: [name, language, status.toLowerCase()].join(' · '),
			value: id,
		}),
		filter,
	);
}
