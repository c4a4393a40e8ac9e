import { asText, getPath } from '../../coerce';
import { accountOf, trimmed } from '../../connection';
import type { CredentialData } from '../../connection';
import { derivedKey } from '../../derivedKey';
import { path } from '../../path';
import { secretsMatch } from '../../secretsMatch';
import type { Send } from '../../types';
import { refuseUnreachable } from '../../webhooks/callbackUrl';
import { noVerifyToken } from '../../webhooks/hostWebhooks';
import type { HostWebhooks } from '../../webhooks/hostWebhooks';
import type { Registration } from '../../webhooks/registration';
import { knownBy, signedInHeader } from '../../webhooks/signer';
import { secretParameter, withoutSecret } from './callbackSecret';
import { metaPayload } from './payload';

/**
 * The server signs nothing, but Turn.io does: https://whatsapp.turn.io/docs/api/webhooks. Without its secret, real
 * deliveries are recognized by a secret in the query of the callback URL.
 * @param ownSecret that only this credential has.
 * @param apiUrl gives the URL of the server.
 */
export function onPremisesWebhooks(
	credential: CredentialData,
	ownSecret: string,
	apiUrl: () => string,
): HostWebhooks {
	const hookSecret = trimmed(credential.hookSecret);
	const urlSecret =
		hookSecret === '' ? derivedKey(ownSecret, 'webhook secret').toString('hex') : undefined;
	const { phoneNumberId } = accountOf(credential);
	return {
		signer:
			urlSecret === undefined
				? signedInHeader('x-turn-hook-signature', hookSecret, 'base64')
				: knownBy('query', secretParameter, urlSecret),
		verifyToken: noVerifyToken,
		...(urlSecret !== undefined && {
			byHand: {
				text: `?${secretParameter}=${urlSecret}`,
				where: "Append it to the webhook URL. Not needed with Turn.io's secret in the credential.",
			},
		}),
		refuseUrl: (url) => refuseUnreachable(url, { hostName: 'the server', apiUrl: apiUrl() }),
		registration: (send) => serverWebhook(send, urlSecret),
		neverSends: (field) => field !== 'messages',
		readPayload: (body) => metaPayload(body, phoneNumberId),
	};
}

/**
 * The one webhook of the server.
 * https://developers.facebook.com/docs/whatsapp/on-premises/reference/settings/app
 * @param urlSecret that is in the query of our callback URL. Undefined: the server signs.
 */
function serverWebhook(send: Send, urlSecret: string | undefined): Registration {
	const settings = { path: path`/settings/application`, on: 'fixed' } as const;
	const set = async (url: string) => {
		const body = { webhooks: { url } };
		const secrets = urlSecret === undefined ? [] : [urlSecret];
		await send({ method: 'PATCH', ...settings, body, secrets, idempotent: true });
	};
	return {
		owner: 'the On-Premises server',
		whyNotRestored: 'It may need a secret, which only its owner knows.',
		async current() {
			const { body } = await send({ method: 'GET', ...settings });
			const registered = asText(getPath(body, 'settings.application.webhooks.url'));
			if (registered === null) return undefined;
			const { url, secret } = withoutSecret(registered);
			const isOurs = urlSecret === undefined || secretsMatch(secret, urlSecret);
			return { url, missing: [], isOutdated: !isOurs };
		},
		async register(url) {
			await set(urlSecret === undefined ? url : `${url}?${secretParameter}=${urlSecret}`);
		},
		// To delete the settings would reset the others, too.
		async remove() {
			await set('');
		},
	};
}
