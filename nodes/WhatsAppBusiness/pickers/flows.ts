import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { wabaList } from './wabaList';

interface Flow {
	id: string;
	name: string;
	status: string;
}

/** The Flows of the credential's WABA, for the 'Flow' list. */
export async function searchFlows(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return wabaList<Flow>(
		this,
		'flows',
		{ fields: 'id,name,status' },
		({ id, name, status }) => ({ name: `${name} · ${status.toLowerCase()}`, value: id }),
		filter,
	);
}
