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
 * The webhook address of a WhatsApp Business Account, for this app.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-waba-alternate-callback
 * @throws InputError without a WABA ID.
 */
export function accountWebhook(send: Send, subscriber: Subscriber): Registration {
	const { wabaId } = subscriber;
	if (wabaId === '') {
		throw new InputError(
			'WhatsApp Business Account ID',
			'is empty in the credential, and the webhooks of the account are to be registered',
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
		// The subscription itself stays: other triggers may live on it.
		async remove() {
			await send(subscribeRequest(wabaId));
		},
	};
}

/**
 * Subscribes the app to the WABA's webhooks, without which Meta sends none, if it isn't yet. Subscribing
 * again would take away a webhook address set for the whole WABA, so it is not done needlessly.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-webhooks
 * @throws RequestError
 * @throws InputError when it can't be told whether the app is subscribed and subscribing could do harm.
 */
export async function ensureSubscribed(send: Send, subscriber: Subscriber): Promise<void> {
	if (subscriber.wabaId === '') return;
	if (await appSubscription(send, subscriber)) return;
	await send(subscribeRequest(subscriber.wabaId));
}

/** What Meta says about this app's subscription to the WABA; undefined when there is none. */
async function appSubscription(
	send: Send,
	{ wabaId, appId }: Subscriber,
): Promise<JsonObject | undefined> {
	const apps = asObjects<JsonObject>(await allPages(send, subscribedAppsRequest(wabaId)));
	if (appId !== '') return apps.find((app) => subscribedAppId(app) === appId);
	if (apps.some((app) => app.override_callback_uri !== undefined)) {
		throw new InputError(
			'App ID',
			'is empty in the credential, and the WhatsApp Business Account has a webhook address that may belong to your app',
			'Fill in the App ID in the credential. Meta shows it at the top of the app dashboard.',
		);
	}
	// Which of them is this app can't be told, and subscribing once more changes nothing.
	return undefined;
}

function subscribedAppId(app: JsonObject): JsonValue | undefined {
	const data = app.whatsapp_business_api_data;
	return isJsonObject(data) ? data.id : undefined;
}
