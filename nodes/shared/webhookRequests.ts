import type { GraphRequest } from '../graphApi/types';
import { path } from '../graphApi/path';
import type { Path } from '../graphApi/path';

/** A webhook address of its own for a phone number or a WhatsApp Business Account. */
export interface WebhookOverride {
	url: string;
	/** What Meta presents when it checks the address. */
	verifyToken: string;
}

type WebhookRequest = Omit<GraphRequest, 'form'>;

/** The body that sets an override; the same for a WhatsApp Business Account and, nested, for a number. */
export function overrideBody({ url, verifyToken }: WebhookOverride) {
	return { override_callback_uri: url, verify_token: verifyToken };
}

/**
 * Sends the webhooks of a phone number to an address of its own, or no longer when none is given. Meta calls
 * the address before it answers.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-phone-number-alternate-callback
 */
export function numberOverrideRequest(
	phoneNumberId: string,
	override?: WebhookOverride,
): WebhookRequest {
	return {
		method: 'POST',
		path: path`/${phoneNumberId}`,
		body: {
			webhook_configuration: override ? overrideBody(override) : { override_callback_uri: '' },
		},
		secrets: secretsOf(override),
		idempotent: true,
	};
}

/** The apps that get the webhooks of a WhatsApp Business Account. */
export function subscribedAppsRequest(wabaId: string): WebhookRequest {
	return { method: 'GET', path: subscribedApps(wabaId) };
}

/**
 * Subscribes the app to the webhooks of a WhatsApp Business Account, which go to the override, or to the
 * app's own address when none is given: an override set earlier ends then.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-waba-alternate-callback
 */
export function subscribeRequest(wabaId: string, override?: WebhookOverride): WebhookRequest {
	return {
		method: 'POST',
		path: subscribedApps(wabaId),
		body: override ? overrideBody(override) : {},
		secrets: secretsOf(override),
		idempotent: true,
	};
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api */
export function unsubscribeRequest(wabaId: string): WebhookRequest {
	return { method: 'DELETE', path: subscribedApps(wabaId), idempotent: true };
}

function subscribedApps(wabaId: string): Path {
	return path`/${wabaId}/subscribed_apps`;
}

function secretsOf(override?: WebhookOverride): string[] | undefined {
	return override && [override.verifyToken];
}
