import type { Account } from '../../graphApi/connection';
import { RequestError } from '../../graphApi/errors/requestError';
import type { Send } from '../../graphApi/types';
import { credentialId } from '../../shared/account/credentialId';
import type { KnownAccount } from '../../shared/account/knownAccount';
import { InputError } from '../../shared/inputError';
import { readSubscribedApps } from '../../shared/subscribedApps';
import type { SubscribedApp } from '../../shared/subscribedApps';
import { subscribeRequest } from '../../shared/webhookRequests';
import type { Registration } from '../../graphApi/webhooks/registration';

type Subscriber = Pick<Account, 'wabaId' | 'appId'>;

/**
 * Looks for the IDs that tell this app's subscription to the WABA from others. Without them, less is checked, so a
 * failure is no reason to stop.
 */
export async function subscriberOf(account: KnownAccount): Promise<Account> {
	for (const key of ['wabaId', 'appId'] as const) {
		await account.find(key).catch((error: unknown) => {
			if (!(error instanceof RequestError)) throw error;
		});
	}
	return account.current;
}

/**
 * The webhook override of a WhatsApp Business Account, for this app.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-waba-alternate-callback
 * @throws MissingIdError without a WABA ID.
 */
export function accountWebhook(send: Send, subscriber: Account): Registration {
	const todo = 'It is needed to register the webhooks of the account. Fill it in there.';
	const wabaId = credentialId(subscriber, 'wabaId', todo);
	return {
		owner: `the WhatsApp Business Account ${wabaId}`,
		async current() {
			const url = (await ownSubscription(send, subscriber))?.overrideUrl;
			return url ? { url, missing: [] } : undefined;
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
 * Whether the app is subscribed to the webhooks of the WABA. Without a subscription Meta sends no webhooks.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-webhooks
 * @throws RequestError
 * @throws InputError if it is unknown whether the app is subscribed and subscribing could remove an override.
 */
export async function isSubscribed(send: Send, subscriber: Subscriber): Promise<boolean> {
	return (await ownSubscription(send, subscriber)) !== undefined;
}

/** Returns this app's subscription to the WABA, or undefined if there is none. */
async function ownSubscription(
	send: Send,
	{ wabaId, appId }: Subscriber,
): Promise<SubscribedApp | undefined> {
	const apps = await readSubscribedApps(send, wabaId);
	if (appId !== '') return apps.find(({ id }) => id === appId);
	if (apps.some(({ overrideUrl }) => overrideUrl !== null)) {
		throw new InputError(
			'App ID',
			'is empty in the credential, and the WhatsApp Business Account has a webhook override that may belong to your app',
			'Fill in the App ID in the credential. Meta shows it at the top of the app dashboard.',
		);
	}
	// We cannot tell which one is this app, and subscribing again changes nothing.
	return undefined;
}
