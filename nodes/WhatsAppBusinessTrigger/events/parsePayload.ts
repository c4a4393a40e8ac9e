import { isJsonObject, parseJson } from '../../graphApi/json';
import type { WebhookPayload } from './payload';

/**
 * Parses a request body. Returns undefined if it is not JSON or not a webhook of a WhatsApp Business
 * Account. The entries are not checked: read them with `asObjects` and the other functions of coerce.ts.
 */
export function parsePayload(rawBody: Buffer): WebhookPayload | undefined {
	return asPayload(parseJson(rawBody.toString('utf8')));
}

/** The payload, as `parsePayload` returns it. */
export function asPayload(payload: unknown): WebhookPayload | undefined {
	if (!isJsonObject(payload)) return undefined;
	if (payload.object !== 'whatsapp_business_account' || !Array.isArray(payload.entry)) {
		return undefined;
	}
	return payload as unknown as WebhookPayload;
}
