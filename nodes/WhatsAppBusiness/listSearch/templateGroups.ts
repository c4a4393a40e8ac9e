import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ofWaba, pickFrom } from '../../shared/listSearch/list';

interface TemplateGroup {
	id: string;
	name: string;
}

/** The template groups of the credential's WABA, for the 'Template Group' list. */
export async function searchTemplateGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickFrom<TemplateGroup>(
		this,
		{
			endpoint: ofWaba('template_groups'),
			query: { fields: 'id,name' },
			item: ({ id, name }) => ({ name, value: id }),
		},
		filter,
		page,
	);
}
