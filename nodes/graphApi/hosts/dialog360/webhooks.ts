import { asText } from '../../coerce';
import type { CredentialData } from '../../connection';
import { derivedKey } from '../../derivedKey';
import { isJsonObject } from '../../json';
import { path } from '../../path';
import { secretsMatch } from '../../secretsMatch';
import type { JsonValue, Send } from '../../types';
import { refuseUnreachable } from '../../webhooks/callbackUrl';
import { noVerifyToken } from '../../webhooks/hostWebhooks';
import type { HostWebhooks } from '../../webhooks/hostWebhooks';
import type { Registration } from '../../webhooks/registration';
import { knownBy } from '../../webhooks/signer';
import { apiKeySecret } from '../apiKey';
import type { Refusal } from '../host';

/**
 * 360dialog passes on what Meta sends, without a signature. Real deliveries have a header that only the nodes and
 * 360dialog know. https://docs.360dialog.com/docs/messaging/webhook
 * @param apiUrl gives the URL of its API.
 */
export function dialog360Webhooks(credential: CredentialData, apiUrl: () => string): HostWebhooks {
	const secret = derivedKey(apiKeySecret.requireSecret(credential), 'webhook secret').toString(
		'hex',
	);
	return {
		signer: knownBy('header', header, secret),
		verifyToken: noVerifyToken,
		byHand: {
			text: `${header}: ${secret}`,
			where: 'Register it with 360dialog as a header of the webhook URL',
		},
		refuseUrl: (url) =>
			refuseUnreachable(url, { hostName: '360dialog', apiUrl: apiUrl() }) ?? refuseForm(url),
		registration: (send, phoneNumberId) => numberWebhook(send, phoneNumberId, secret),
	};
}

/** 360dialog sends any header that is registered with the callback URL. */
const header = 'x-n8n-webhook-secret';

/** https://docs.360dialog.com/docs/hub/webhook-url */
function refuseForm(url: string): Refusal | undefined {
	if (url.includes('_')) {
		return {
			what: `is ${url}, but 360dialog does not accept a URL with an underscore`,
			todo: 'Set the environment variable WEBHOOK_URL, and N8N_ENDPOINT_WEBHOOK or N8N_ENDPOINT_WEBHOOK_TEST if the path has the underscore, to values without one, and restart n8n.',
		};
	}
	// As written: the usual port is refused, too.
	if (/^https?:\/\/[^/]*:\d/.test(url)) {
		return {
			what: `is ${url}, but 360dialog does not accept a URL with a port`,
			todo: 'Let a reverse proxy serve n8n on the usual port of https, set the environment variable WEBHOOK_URL to the URL without a port, e.g. https://n8n.example.com/, and restart n8n.',
		};
	}
	return undefined;
}

/**
 * The webhook of the number that the API key belongs to.
 * https://docs.360dialog.com/docs/messaging-api/api-reference/webhooks
 */
function numberWebhook(send: Send, phoneNumberId: string, secret: string): Registration {
	const webhook = { path: path`/v1/configs/webhook`, on: 'fixed' } as const;
	const set = async (url: string, headers: Record<string, string>) => {
		const body = { url, headers };
		await send({ method: 'POST', ...webhook, body, secrets: [secret], idempotent: true });
	};
	return {
		owner: `the phone number ${phoneNumberId}`,
		whyNotRestored: '360dialog sends it headers that only its owner knows.',
		async current() {
			const { body } = await send({ method: 'GET', ...webhook });
			const url = asText(body.url);
			if (url === null) return undefined;
			const isOurs = secretsMatch(ownHeaderIn(body.headers), secret);
			return { url, missing: [], isOutdated: !isOurs };
		},
		async register(url) {
			await set(url, { [header]: secret });
		},
		// There is no documented call that deletes it. Without a URL, nothing is delivered.
		async remove() {
			await set('', {});
		},
	};
}

function ownHeaderIn(headers: JsonValue | undefined): string {
	if (!isJsonObject(headers)) return '';
	const found = Object.entries(headers).find(([name]) => name.toLowerCase() === header);
	return asText(found?.[1]) ?? '';
}
