import { isJsonObject, parseJson } from '../../graphApi/json';
import type { WebhookPayload } from './payload';

/**
 * The payload in a request body, or undefined when the body is not JSON or not a webhook of a WhatsApp
 * Business Account. What is inside the entries is not checked: read it with `records` and its kin.
 */
export function parsePayload(rawBody: Buffer): WebhookPayload | undefined {
	const payload = parseJson(rawBody.toString('utf8'));
	if (!isJsonObject(payload)) return undefined;
	if (payload.object !== 'whatsapp_business_account' || !Array.isArray(payload.entry)) {
		return undefined;
	}
	return payload as unknown as WebhookPayload;
}
