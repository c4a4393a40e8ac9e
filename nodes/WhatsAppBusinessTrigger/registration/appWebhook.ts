import { appSecretOf } from '../../graphApi/connection';
import type { Account, CredentialData } from '../../graphApi/connection';
import type { GraphApi } from '../../graphApi/graphApi';
import {
	readAppSubscription,
	sendAsApp,
	subscribedObject as object,
	subscriptionsOf,
} from '../../shared/appSubscription';
import { credentialId } from '../../shared/account/credentialId';
import { InputError } from '../../shared/inputError';
import type { Registration } from '../../graphApi/webhooks/registration';

/**
 * The callback URL of the Meta app, which receives all fields the app is subscribed to.
 * https://developers.facebook.com/docs/graph-api/webhooks/subscriptions-edge
 * @param connect creates an API client; these calls need an app token instead of a user's token.
 * @param fields webhook fields to subscribe to.
 * @throws InputError without an app secret.
 */
export function appWebhook(
	{ credential, appId }: { credential: CredentialData; appId: string },
	connect: (credential: CredentialData) => Pick<GraphApi, 'send'>,
	fields: readonly string[],
): Registration {
	const appSecret = requiredSecret(credential);
	const send = sendAsApp(credential, { appId, appSecret }, connect);
	const subscriptions = subscriptionsOf(appId);
	const subscription = () => readAppSubscription(send, appId);

	return {
		owner: `the Meta app ${appId}`,
		async current() {
			const found = await subscription();
			if (!found?.url) return undefined;
			const missing = fields.filter((field) => !found.fields.includes(field));
			return { url: found.url, missing };
		},
		async register(url, verifyToken) {
			// Keep the fields that were chosen in the app dashboard.
			const all = new Set([...((await subscription())?.fields ?? []), ...fields]);
			await send({
				method: 'POST',
				...subscriptions,
				body: {
					object,
					callback_url: url,
					verify_token: verifyToken,
					fields: [...all].join(','),
				},
				secrets: [verifyToken],
				idempotent: true,
			});
		},
		async remove() {
			await send({ method: 'DELETE', ...subscriptions, query: { object }, idempotent: true });
		},
	};
}

const onlyToApp = 'The chosen events are sent only to the callback URL of the Meta app.';

/** The ID of the app whose webhooks are registered. @throws MissingIdError */
export function appToRegister(account: Account): string {
	const todo = `${onlyToApp} Fill it in there, or choose 'By Hand' in 'Registration'.`;
	return credentialId(account, 'appId', todo);
}

function requiredSecret(credential: CredentialData): string {
	const appSecret = appSecretOf(credential);
	if (appSecret !== undefined) return appSecret;
	throw new InputError(
		'App Secret',
		'is empty in the credential',
		`${onlyToApp} Fill it in there. Meta shows it under App settings → Basic. Or choose 'By Hand' in 'Registration'.`,
	);
}
