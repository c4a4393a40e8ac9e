import { z } from 'zod';
import { appFields } from '../account/app';
import { business } from '../business';
import { endpoint } from '../graph/endpoint';
import { SimulatedGraphError } from '../graph/errors';
import { validate } from '../graph/validation';
import { verifyCallback } from './callback';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/subscribed-apps-api */
export const listSubscribedApps = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'subscribed_apps',
	handle: ({ simulator, node }) => {
		const { app } = simulator.state;
		const subscribedApp = {
			...entryOf(app),
			...(node.override && { override_callback_uri: node.override.url }),
		};
		return { data: [...(node.subscribed ? [subscribedApp] : []), entryOf(business.partnerApp)] };
	},
});

function entryOf(app: Parameters<typeof appFields>[0]) {
	return { whatsapp_business_api_data: appFields(app) };
}

const schema = z.looseObject({
	override_callback_uri: z.string().optional(),
	verify_token: z.string().optional(),
});

/**
 * Subscribes the app to the WABA's webhooks. Without `override_callback_uri`, removes the override.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#set-waba-alternate-callback
 */
export const subscribeApp = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'subscribed_apps',
	handle: async ({ node, body }) => {
		const { override_callback_uri, verify_token } = validate(schema, body);
		if (override_callback_uri && !node.subscribed) throw notSubscribed();
		node.override = override_callback_uri
			? await verifyCallback(override_callback_uri, verify_token ?? '', 'override_callback_uri')
			: undefined;
		node.subscribed = true;
		return { success: true };
	},
});

// https://github.com/chatwoot/chatwoot/pull/13279
function notSubscribed(): SimulatedGraphError {
	return new SimulatedGraphError(100, {
		message:
			'(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account',
	});
}

export const unsubscribeApp = endpoint({
	method: 'DELETE',
	on: 'waba',
	edge: 'subscribed_apps',
	handle: ({ node }) => {
		node.subscribed = false;
		node.override = undefined;
		return { success: true };
	},
});
