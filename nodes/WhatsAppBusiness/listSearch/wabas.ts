import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { reachableWabas } from '../../shared/account/reachable';
import type { TokenApi } from '../../shared/account/reachable';
import { pickFrom } from '../../shared/listSearch/list';
import { path } from '../../graphApi/path';

interface Waba {
	id: string;
	name?: string;
}

/**
 * The WhatsApp Business Accounts assigned to the user of the token, for the 'WhatsApp Business Account' list.
 * https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/system-user/assigned_whatsapp_business_accounts
 */
export async function searchWabas(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickFrom<Waba>(
		this,
		{
			endpoint: () => ({ path: path`/me/assigned_whatsapp_business_accounts`, on: 'fixed' }),
			query: { fields: 'id,name' },
			ofOtherHost: accountsAtHost,
			item: ({ id, name }) => ({ name: [name, id].filter(Boolean).join(' · '), value: id }),
		},
		filter,
		page,
	);
}

/** The accounts of the numbers that the credential can use. */
async function accountsAtHost(api: TokenApi): Promise<INodeListSearchItems[]> {
	const wabas = (await reachableWabas(api)).filter((wabaId) => wabaId !== '');
	return wabas.map((wabaId) => ({ name: wabaId, value: wabaId }));
}
