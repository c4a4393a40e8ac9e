import { asText } from '../graphApi/coerce';
import type { CredentialData } from '../graphApi/connection';
import { ApiError } from '../graphApi/errors/apiError';
import type { GraphApi } from '../graphApi/graphApi';
import { isJsonObject } from '../graphApi/json';
import { path } from '../graphApi/path';
import type { Endpoint, JsonObject, Send } from '../graphApi/types';

/** The object that an app subscribes to for all webhooks of WhatsApp. */
export const subscribedObject = 'whatsapp_business_account';

/** The callback URL of a Meta app, and the webhook fields that Meta sends for it. */
export interface AppSubscription {
	url: string | null;
	fields: string[];
}

/** Sends with the token of the app, which calls about the app's webhooks need instead of a user's. */
export function sendAsApp(
	credential: CredentialData,
	{ appId, appSecret }: { appId: string; appSecret: string },
	connect: (credential: CredentialData) => Pick<GraphApi, 'send'>,
): Send {
	const { send } = connect({ ...credential, accessToken: `${appId}|${appSecret}` });
	return (request) =>
		send(request).catch((error: unknown) => {
			throw isAboutToken(error) ? wrongApp(error) : error;
		});
}

// App ID and app secret make up the token of these calls.
function wrongApp(error: ApiError): ApiError {
	return error.with({
		what: 'Meta does not know the app ID, or the app secret belongs to another app.',
		todo: 'Copy both into the credential again. Meta shows them in the app dashboard under App settings → Basic.',
	});
}

function isAboutToken(error: unknown): error is ApiError {
	return error instanceof ApiError && error.facts.code === invalidToken;
}

const invalidToken = 190;

/** Where the webhook subscriptions of an app are. */
export function subscriptionsOf(appId: string): Endpoint {
	return { path: path`/${appId}/subscriptions`, on: 'app' };
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
	const { body } = await send({ method: 'GET', ...subscriptionsOf(appId) });
	const list = Array.isArray(body.data) ? body.data : [];
	const found = list.filter(isJsonObject).find(({ object }) => object === subscribedObject);
	return found && { url: asText(found.callback_url), fields: fieldNames(found) };
}

function fieldNames({ fields }: JsonObject): string[] {
	return (Array.isArray(fields) ? fields : [])
		.map((field) => (isJsonObject(field) ? field.name : field))
		.filter((name) => typeof name === 'string');
}
