import type { IncomingHttpHeaders } from 'node:http';

import { isJsonObject, parseJson } from '../../graphApi/json';
import type { HostWebhooks } from '../../graphApi/webhooks/hostWebhooks';
import type { WebhookPayload } from '../../shared/events/payload';

/**
 * Parses a request body. Returns undefined if it is not JSON or not a webhook of a WhatsApp Business
 * Account. The entries are not checked: read them with `asObjects` and the other functions of coerce.ts.
 * @param readPayload of a host whose webhooks have a form of their own.
 */
export function parsePayload(
	rawBody: Buffer,
	headers: IncomingHttpHeaders = {},
	readPayload: HostWebhooks['readPayload'] = (body) => body,
): WebhookPayload | undefined {
	const body = parseJson(rawBody.toString('utf8'));
	return asPayload(isJsonObject(body) ? readPayload(body, headers) : body);
}

/** The payload, as `parsePayload` returns it. */
export function asPayload(payload: unknown): WebhookPayload | undefined {
	if (!isJsonObject(payload)) return undefined;
	if (payload.object !== 'whatsapp_business_account' || !Array.isArray(payload.entry)) {
		return undefined;
	}
	return payload as unknown as WebhookPayload;
}
