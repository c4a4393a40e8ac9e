import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { phoneNumberIdFor } from '../sharedFields/sender';
import { accountList } from './wabaList';

interface Group {
	id: string;
	subject: string;
}

/** The groups of the credential's number, for the 'Group' list. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return accountList<Group>(
		this,
		(account) => `/${phoneNumberIdFor(undefined, account, 'Group')}/groups`,
		{},
		({ id, subject }) => ({ name: subject, value: id }),
		filter,
	);
}
