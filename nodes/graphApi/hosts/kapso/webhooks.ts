import { asNumber, asObject, asObjects, asText } from '../../coerce';
import type { CredentialData } from '../../connection';
import { derivedKey } from '../../derivedKey';
import { path } from '../../path';
import { secretsMatch } from '../../secretsMatch';
import type { GraphRequest, JsonObject, Send } from '../../types';
import { refuseUnreachable } from '../../webhooks/callbackUrl';
import { noVerifyToken } from '../../webhooks/hostWebhooks';
import type { HostWebhooks } from '../../webhooks/hostWebhooks';
import type { Registration } from '../../webhooks/registration';
import { signedInHeader } from '../../webhooks/signer';
import { apiKeySecret } from '../apiKey';

/**
 * Kapso passes on what Meta sends as it is, if asked to. https://docs.kapso.ai/docs/platform/webhooks/overview
 * @param apiUrl gives the URL of its API.
 */
export function kapsoWebhooks(credential: CredentialData, apiUrl: () => string): HostWebhooks {
	const secret = secretOf(credential);
	return {
		signer: signedInHeader('x-webhook-signature', secret, 'hex'),
		verifyToken: noVerifyToken,
		byHand: {
			text: secret,
			where: 'Enter it in Kapso as the secret key of a Meta webhook of the number',
		},
		refuseUrl: (url) => refuseUnreachable(url, { hostName: 'Kapso', apiUrl: apiUrl() }),
		registration: (send, phoneNumberId) => metaWebhook(send, phoneNumberId, secret),
	};
}

/** What Kapso signs with. The secret can be chosen, so it is derived and need not be stored. */
function secretOf(credential: CredentialData): string {
	return derivedKey(apiKeySecret.requireSecret(credential), 'webhook secret').toString('hex');
}

/**
 * The webhook of a number that gets Meta's payloads: there is only one for each number.
 * https://docs.kapso.ai/api/platform/v1/webhooks/create-webhook
 */
function metaWebhook(send: Send, phoneNumberId: string, secret: string): Registration {
	const webhooks = path`/whatsapp/phone_numbers/${phoneNumberId}/webhooks`;
	const platform = { on: 'fixed', base: 'platform' } as const;
	const found = () => findMeta(send, { method: 'GET', path: webhooks, ...platform });
	const one = (id: string) => path`/whatsapp/phone_numbers/${phoneNumberId}/webhooks/${id}`;
	return {
		owner: `the phone number ${phoneNumberId}`,
		whyNotRestored: 'Kapso signs its deliveries with a secret that only its owner knows.',
		async current() {
			const webhook = await found();
			const url = asText(webhook?.url);
			if (url === null) return undefined;
			const isOurs = secretsMatch(asText(webhook?.secret_key) ?? '', secret);
			// Kapso pauses a webhook that fails again and again.
			return { url, missing: [], isOutdated: !isOurs || webhook?.active === false };
		},
		async register(url) {
			const id = asText((await found())?.id);
			const whatsapp_webhook = { url, kind: 'meta', secret_key: secret, active: true };
			const request = { body: { whatsapp_webhook }, secrets: [secret], ...platform };
			await (id === null
				? send({ method: 'POST', path: webhooks, ...request })
				: send({ method: 'PATCH', path: one(id), ...request, idempotent: true }));
		},
		async remove() {
			const id = asText((await found())?.id);
			if (id === null) return;
			await send({ method: 'DELETE', path: one(id), ...platform, idempotent: true });
		},
	};
}

/** Pages are counted: https://docs.kapso.ai/api/introduction */
const perPage = 100;
const mostPages = 10;

async function findMeta(send: Send, list: GraphRequest): Promise<JsonObject | undefined> {
	for (let page = 1; page <= mostPages; page++) {
		const query = { kind: 'meta', page, per_page: perPage };
		const { body } = await send({ ...list, query });
		const found = asObjects<JsonObject>(body.data).find(({ kind }) => kind === 'meta');
		const pages = asNumber(asObject<JsonObject>(body.meta).total_pages) ?? 1;
		if (found !== undefined || page >= pages) return found;
	}
	return undefined;
}
