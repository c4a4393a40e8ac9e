import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ofWaba, pickFrom } from '../../shared/listSearch/list';

interface SubscribedApp {
	whatsapp_business_api_data: { id: string; name?: string };
}

/**
 * The apps that receive the webhooks of the credential's WABA, for the 'App' list.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api
 */
export async function searchApps(
	this: ILoadOptionsFunctions,
	filter?: string,
	page?: string,
): Promise<INodeListSearchResult> {
	return await pickFrom<SubscribedApp>(
		this,
		{
			endpoint: ofWaba('subscribed_apps'),
			query: {},
			item: ({ whatsapp_business_api_data: { id, name } }) => ({
				name: [name, id].filter(Boolean).join(' · '),
				value: id,
			}),
		},
		filter,
		page,
	);
}
