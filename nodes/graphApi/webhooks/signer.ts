import { createHmac } from 'node:crypto';

/** How a sender proves its requests: where the proof is, and what it must be for these bytes. */
export interface Signer {
	readonly place: 'header' | 'query';
	/** The name of the header in lower case, or of the parameter in the query of the callback URL. */
	readonly name: string;
	proofOf(rawBody: Buffer): string;
	/** Whether the proof is the same for all requests, so that nobody else may see it. */
	readonly isSecret?: true;
}

/** HMAC-SHA256 of the body in a header. @param prefix in front of it. */
export function signedInHeader(
	name: string,
	key: string | Buffer,
	encoding: 'hex' | 'base64',
	prefix = '',
): Signer {
	const hmacOf = (body: Buffer) => createHmac('sha256', key).update(body).digest(encoding);
	return { place: 'header', name, proofOf: (body) => `${prefix}${hmacOf(body)}` };
}

/** A secret that goes with each request. */
export function knownBy(place: Signer['place'], name: string, secret: string): Signer {
	return { place, name, proofOf: () => secret, isSecret: true };
}

/** Of Meta's signature. */
export const metaHeader = 'x-hub-signature-256';

/**
 * Meta signs a webhook with the app secret. It signs the body as sent, with its escaped characters, so a body that was
 * parsed and written again does not fit.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 */
export function meta(appSecret: string): Signer {
	return signedInHeader(metaHeader, appSecret, 'hex', 'sha256=');
}
