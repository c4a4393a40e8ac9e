import type { Endpoint, GraphRequest } from '../graphApi/types';
import { path } from '../graphApi/path';

/** A webhook override of a phone number or a WhatsApp Business Account. */
export interface WebhookOverride {
	url: string;
	/** Presented by Meta when it verifies the callback URL. */
	verifyToken: string;
}

type WebhookRequest = Omit<GraphRequest, 'form'>;

/** The body that sets an override; the same for a WhatsApp Business Account and, nested, for a number. */
export function overrideBody({ url, verifyToken }: WebhookOverride) {
	return { override_callback_uri: url, verify_token: verifyToken };
}

/**
 * Sets the webhook override of a phone number, or removes it when none is given. Meta calls the callback URL
 * before it responds.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-phone-number-alternate-callback
 */
export function numberOverrideRequest(
	phoneNumberId: string,
	override?: WebhookOverride,
): WebhookRequest {
	return {
		method: 'POST',
		path: path`/${phoneNumberId}`,
		on: 'phoneNumber',
		body: {
			webhook_configuration: override ? overrideBody(override) : { override_callback_uri: '' },
		},
		secrets: secretsOf(override),
		idempotent: true,
	};
}

/** Reads the apps that receive the webhooks of a WhatsApp Business Account. */
export function subscribedAppsRequest(wabaId: string): WebhookRequest {
	return { method: 'GET', ...subscribedApps(wabaId) };
}

/**
 * Subscribes the app to the webhooks of a WhatsApp Business Account. They go to the override, or to the app's
 * callback URL when none is given, which removes an earlier override.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-waba-alternate-callback
 */
export function subscribeRequest(wabaId: string, override?: WebhookOverride): WebhookRequest {
	return {
		method: 'POST',
		...subscribedApps(wabaId),
		body: override ? overrideBody(override) : {},
		secrets: secretsOf(override),
		idempotent: true,
	};
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api */
export function unsubscribeRequest(wabaId: string): WebhookRequest {
	return { method: 'DELETE', ...subscribedApps(wabaId), idempotent: true };
}

function subscribedApps(wabaId: string): Endpoint {
	return { path: path`/${wabaId}/subscribed_apps`, on: 'waba' };
}

function secretsOf(override?: WebhookOverride): string[] | undefined {
	return override && [override.verifyToken];
}
