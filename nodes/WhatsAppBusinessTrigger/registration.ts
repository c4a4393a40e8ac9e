import type { Account } from '../graphApi/connection';
import { GraphError } from '../graphApi/errors';
import { isJsonObject } from '../graphApi/json';
import { allPages } from '../graphApi/pages';
import type { JsonObject, JsonValue, Send } from '../graphApi/types';
import { InputError } from '../WhatsAppBusiness/inputError';
import {
	numberOverrideRequest,
	subscribeRequest,
	subscribedAppsRequest,
} from '../WhatsAppBusiness/webhookRequests';

/**
 * The webhook address registered for a phone number itself, or undefined when there is none and the
 * webhooks of the number go to its WABA's or the app's address.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
 * @throws GraphError
 */
export async function registeredUrl(
	send: Send,
	phoneNumberId: string,
): Promise<string | undefined> {
	const { body } = await send({
		method: 'GET',
		path: `/${phoneNumberId}`,
		query: { fields: 'webhook_configuration' },
	});
	const configuration = body.webhook_configuration;
	const url = isJsonObject(configuration) ? configuration.phone_number : undefined;
	return typeof url === 'string' && url !== '' ? url : undefined;
}

/**
 * Sends the webhooks of a phone number to an address. Meta calls the address before it answers.
 * @throws GraphError, with the address in it when Meta could not verify it.
 */
export async function registerUrl(
	send: Send,
	phoneNumberId: string,
	url: string,
	verifyToken: string,
): Promise<void> {
	try {
		await send(numberOverrideRequest(phoneNumberId, { url, verifyToken }));
	} catch (error) {
		throw error instanceof GraphError && error.facts.code === callbackVerificationFailed
			? unreachable(error, url)
			: error;
	}
}

/** Takes the phone number's own webhook address away. */
export async function removeUrl(send: Send, phoneNumberId: string): Promise<void> {
	await send(numberOverrideRequest(phoneNumberId));
}

/**
 * Subscribes the app to the WABA's webhooks, without which Meta sends none, if it isn't yet. Subscribing
 * again would take away a webhook address set for the whole WABA, so it is not done needlessly.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-webhooks
 * @throws GraphError
 * @throws InputError when it can't be told whether the app is subscribed and subscribing could do harm.
 */
export async function ensureSubscribed(send: Send, { wabaId, appId }: Account): Promise<void> {
	if (wabaId === '') return;
	const apps = (await allPages(send, subscribedAppsRequest(wabaId))).filter(isJsonObject);
	if (appId !== '' && apps.some((app) => subscribedAppId(app) === appId)) return;
	if (appId === '' && apps.some((app) => app.override_callback_uri !== undefined)) {
		throw new InputError(
			'App ID',
			'is empty in the credential, and the WhatsApp Business Account has a webhook address that may belong to your app',
			'Fill in the App ID in the credential. Meta shows it at the top of the app dashboard.',
		);
	}
	await send(subscribeRequest(wabaId));
}

/** Meta called the address and did not get the challenge back. */
const callbackVerificationFailed = 2200;

function unreachable({ facts }: GraphError, url: string): GraphError {
	return new GraphError({
		...facts,
		what: `WhatsApp called the webhook address ${url} and did not get the expected answer.`,
	});
}

function subscribedAppId(app: JsonObject): JsonValue | undefined {
	const data = app.whatsapp_business_api_data;
	return isJsonObject(data) ? data.id : undefined;
}
