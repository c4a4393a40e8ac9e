import { createHmac } from 'node:crypto';

import { secretsMatch } from '../graphApi/secretsMatch';

/** The request header in which Meta signs a webhook, as Node.js spells it. */
export const signatureHeader = 'x-hub-signature-256';

/**
 * Whether Meta signed exactly these bytes: HMAC-SHA256 with the app secret, in hex, after `sha256=`.
 * Meta signs the body as sent, with its escaped characters, so a body that was parsed and written
 * again must not be given here.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 * @param header the value of the signature header; anything but one string is invalid.
 */
export function isSignedByMeta(rawBody: Buffer, header: unknown, appSecret: string): boolean {
	if (typeof header !== 'string') return false;
	return secretsMatch(header, signatureOf(rawBody, appSecret));
}

/** The value of the signature header for a body. */
export function signatureOf(rawBody: Buffer, appSecret: string): string {
	return `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`;
}
