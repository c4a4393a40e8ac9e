import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { phoneNumberIdFor } from '../../shared/phoneNumberId';
import { pickFrom } from '../../shared/listSearch/list';
import { path } from '../../graphApi/path';

interface Group {
	id: string;
	subject: string;
}

/** The groups of the credential's number, for the 'Group' list. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickFrom<Group>(
		this,
		{
			endpoint: (account) => ({
				path: path`/${phoneNumberIdFor(undefined, account, 'Group')}/groups`,
				on: 'phoneNumber',
			}),
			query: {},
			item: ({ id, subject }) => ({ name: subject, value: id }),
		},
		filter,
		page,
	);
}
