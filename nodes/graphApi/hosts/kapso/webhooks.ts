import { asText } from '../../coerce';
import type { CredentialData } from '../../connection';
import { derivedKey } from '../../derivedKey';
import { path } from '../../path';
import { onPlatform } from '../../platform';
import { secretsMatch } from '../../secretsMatch';
import type { Send } from '../../types';
import { refuseUnreachable } from '../../webhooks/callbackUrl';
import { noVerifyToken } from '../../webhooks/hostWebhooks';
import type { HostWebhooks } from '../../webhooks/hostWebhooks';
import type { Registration } from '../../webhooks/registration';
import { signedInHeader } from '../../webhooks/signer';
import { apiKeySecret } from '../apiKey';
import { eventWebhooks } from './eventWebhooks';
import { kapsoHeaders, metaPayload } from './payload';
import { findWebhook } from './webhookList';

/**
 * Kapso passes on what Meta sends as it is, if asked to, and reports events of its own. https://docs.kapso.ai/docs/platform/webhooks/overview
 * @param apiUrl gives the URL of its API.
 */
export function kapsoWebhooks(credential: CredentialData, apiUrl: () => string): HostWebhooks {
	const secret = secretOf(credential);
	return {
		signer: signedInHeader('x-webhook-signature', secret, 'hex'),
		verifyToken: noVerifyToken,
		byHand: {
			text: secret,
			where: 'Enter it in Kapso as the secret key of the webhook',
		},
		refuseUrl: (url) => refuseUnreachable(url, { hostName: 'Kapso', apiUrl: apiUrl() }),
		registration: (send, phoneNumberId) => metaWebhook(send, phoneNumberId, secret),
		readPayload: metaPayload,
		headersOfBody: kapsoHeaders,
		eventWebhooks: (send, wanted) => eventWebhooks(send, wanted, secret),
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
	const found = () => findWebhook(send, webhooks, ({ kind }) => kind === 'meta', { kind: 'meta' });
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
			const request = { body: { whatsapp_webhook }, secrets: [secret], ...onPlatform };
			await (id === null
				? send({ method: 'POST', path: webhooks, ...request })
				: send({ method: 'PATCH', path: one(id), ...request, idempotent: true }));
		},
		async remove() {
			const id = asText((await found())?.id);
			if (id === null) return;
			await send({ method: 'DELETE', path: one(id), ...onPlatform, idempotent: true });
		},
	};
}
