import { createHmac } from 'node:crypto';

import { derivedKey } from '../graphApi/derivedKey';
import type { KeyPurpose } from '../graphApi/derivedKey';
import { secretsMatch } from '../graphApi/secretsMatch';

/** Who may sign a request: the header of the signature, as Node.js spells it, and the key. */
export interface Signer {
	readonly header: string;
	readonly key: string | Buffer;
}

/** Of Meta's signature. */
export const metaHeader = 'x-hub-signature-256';

/**
 * Meta signs a webhook with the app secret.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 */
export function meta(appSecret: string): Signer {
	return { header: metaHeader, key: appSecret };
}

/** Whether a body was signed by Meta, and not by the nodes. */
export function isOfMeta(signer: Signer | undefined): boolean {
	return signer?.header === metaHeader;
}

/** The nodes sign their requests to n8n with a key that serves this purpose only, from a secret of the credential. */
export function ourselves(secret: string, purpose: KeyPurpose): Signer {
	return {
		header: 'x-own-signature-256',
		// Nearly all requests are Meta's, which need no derived key.
		get key() {
			return derivedKey(secret, purpose);
		},
	};
}

/**
 * Whether the signer signed exactly these bytes: HMAC-SHA256, in hex, after `sha256=`. Meta signs the body as
 * sent, with its escaped characters, so a body that was parsed and written again must not be given here.
 * @param headers of the request; a signature header that is not one string is invalid.
 */
export function isSignedBy(
	signer: Signer,
	rawBody: Buffer,
	headers: Readonly<Record<string, unknown>>,
): boolean {
	const signature = headers[signer.header];
	return typeof signature === 'string' && secretsMatch(signature, signatureOf(rawBody, signer));
}

/** The header with the signature of a body. */
export function signatureHeaderOf(rawBody: Buffer, signer: Signer): Record<string, string> {
	return { [signer.header]: signatureOf(rawBody, signer) };
}

function signatureOf(rawBody: Buffer, { key }: Signer): string {
	return `sha256=${createHmac('sha256', key).update(rawBody).digest('hex')}`;
}
