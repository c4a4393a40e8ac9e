import type { Account } from '../../graphApi/connection';
import { isJsonObject } from '../../graphApi/json';
import { asObjects } from '../../graphApi/coerce';
import { allPages } from '../../graphApi/pages';
import type { JsonObject, JsonValue, Send } from '../../graphApi/types';
import { InputError } from '../../shared/inputError';
import { subscribeRequest, subscribedAppsRequest } from '../../shared/webhookRequests';
import type { Registration } from './registration';

type Subscriber = Pick<Account, 'wabaId' | 'appId'>;

/**
 * The webhook override of a WhatsApp Business Account, for this app.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-waba-alternate-callback
 * @throws InputError without a WABA ID.
 */
export function accountWebhook(send: Send, subscriber: Subscriber): Registration {
	const { wabaId } = subscriber;
	if (wabaId === '') {
		throw new InputError(
			'WhatsApp Business Account ID',
			'is empty in the credential, but is needed to register the webhooks of the account',
			'Fill it in there. Meta shows it under WhatsApp → API Setup.',
		);
	}
	return {
		owner: `the WhatsApp Business Account ${wabaId}`,
		async current() {
			const url = (await appSubscription(send, subscriber))?.override_callback_uri;
			return typeof url === 'string' && url !== '' ? { url, complete: true } : undefined;
		},
		async register(url, verifyToken) {
			await send(subscribeRequest(wabaId, { url, verifyToken }));
		},
		// The subscription stays, since other triggers may need it.
		async remove() {
			await send(subscribeRequest(wabaId));
		},
	};
}

/**
 * Subscribes the app to the webhooks of the WABA, unless it is subscribed. Without a subscription Meta sends
 * no webhooks. Subscribing again would remove a webhook override of the WABA.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-webhooks
 * @throws RequestError
 * @throws InputError if it is unknown whether the app is subscribed and subscribing could remove an override.
 */
export async function ensureSubscribed(send: Send, subscriber: Subscriber): Promise<void> {
	if (subscriber.wabaId === '') return;
	if (await appSubscription(send, subscriber)) return;
	await send(subscribeRequest(subscriber.wabaId));
}

/** Returns this app's subscription to the WABA, or undefined if there is none. */
async function appSubscription(
	send: Send,
	{ wabaId, appId }: Subscriber,
): Promise<JsonObject | undefined> {
	const apps = asObjects<JsonObject>(await allPages(send, subscribedAppsRequest(wabaId)));
	if (appId !== '') return apps.find((app) => subscribedAppId(app) === appId);
	if (apps.some((app) => app.override_callback_uri !== undefined)) {
		throw new InputError(
			'App ID',
			'is empty in the credential, and the WhatsApp Business Account has a webhook override that may belong to your app',
			'Fill in the App ID in the credential. Meta shows it at the top of the app dashboard.',
		);
	}
	// We cannot tell which one is this app, and subscribing again changes nothing.
	return undefined;
}

function subscribedAppId(app: JsonObject): JsonValue | undefined {
	const data = app.whatsapp_business_api_data;
	return isJsonObject(data) ? data.id : undefined;
}
