import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ofWaba, pickFrom } from '../../shared/listSearch/list';
import { lowerCase, nameOf } from './nameOf';

interface Flow {
	id: string;
	name: string;
	status: string;
}

/** The Flows of the credential's WABA, for the 'Flow' list. */
export async function searchFlows(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickFrom<Flow>(
		this,
		{
			endpoint: ofWaba('flows'),
			manager: 'flows',
			query: { fields: 'id,name,status' },
			item: ({ id, name, status }) => ({ name: nameOf(name, lowerCase(status)), value: id }),
		},
		filter,
		page,
	);
}
