import { asObject, asObjects, asText } from '../graphApi/coerce';
import { allPages } from '../graphApi/pages';
import type { JsonObject, Send } from '../graphApi/types';
import { subscribedAppsRequest } from './webhookRequests';

/** An app that receives the webhooks of a WhatsApp Business Account. */
export interface SubscribedApp {
	id: string | null;
	name: string | null;
	/** The callback URL of the account for this app, if it has one. */
	overrideUrl: string | null;
}

/**
 * The apps that receive the webhooks of a WhatsApp Business Account.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api
 * @throws RequestError
 */
export async function readSubscribedApps(send: Send, wabaId: string): Promise<SubscribedApp[]> {
	const apps = asObjects<JsonObject>(await allPages(send, subscribedAppsRequest(wabaId)));
	return apps.map(({ whatsapp_business_api_data, override_callback_uri }) => {
		const { id, name } = asObject<JsonObject>(whatsapp_business_api_data);
		return { id: asText(id), name: asText(name), overrideUrl: asText(override_callback_uri) };
	});
}
