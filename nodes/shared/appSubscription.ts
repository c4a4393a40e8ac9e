import { asText } from '../graphApi/coerce';
import type { CredentialData } from '../graphApi/connection';
import { isJsonObject } from '../graphApi/json';
import { path } from '../graphApi/path';
import type { Path } from '../graphApi/path';
import type { JsonObject, Send } from '../graphApi/types';

/** The object that an app subscribes to for all webhooks of WhatsApp. */
export const subscribedObject = 'whatsapp_business_account';

/** The callback URL of a Meta app, and the webhook fields that Meta sends for it. */
export interface AppSubscription {
	url: string | null;
	fields: string[];
}

/** The credential as the app: calls about the app's webhooks need the token of the app instead of a user's. */
export function asApp(credential: CredentialData, appId: string, secret: string): CredentialData {
	return { ...credential, accessToken: `${appId}|${secret}` };
}

/** Where the webhook subscriptions of an app are. */
export function subscriptionsPath(appId: string): Path {
	return path`/${appId}/subscriptions`;
}

/**
 * The app's subscription to webhooks of WhatsApp, or undefined if it has none. Then Meta sends nothing, not even to a
 * webhook override: an override changes where a field is sent, not whether it is sent.
 * https://developers.facebook.com/docs/graph-api/webhooks/subscriptions-edge
 * @param send with the token of the app.
 * @throws RequestError
 */
export async function readAppSubscription(
	send: Send,
	appId: string,
): Promise<AppSubscription | undefined> {
	const { body } = await send({ method: 'GET', path: subscriptionsPath(appId) });
	const list = Array.isArray(body.data) ? body.data : [];
	const found = list.filter(isJsonObject).find(({ object }) => object === subscribedObject);
	return found && { url: asText(found.callback_url), fields: fieldNames(found) };
}

function fieldNames({ fields }: JsonObject): string[] {
	return (Array.isArray(fields) ? fields : [])
		.map((field) => (isJsonObject(field) ? field.name : field))
		.filter((name) => typeof name === 'string');
}
