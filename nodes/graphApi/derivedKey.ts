import { hkdfSync } from 'node:crypto';

/**
 * What a derived key is for. A value made for one purpose is worthless for every other. Meta's own
 * signatures, of webhooks and of `appsecret_proof`, use the app secret itself.
 */
export type KeyPurpose =
	| 'verify token'
	| 'webhook secret'
	| 'reply token'
	| 'reply to a waiting execution'
	| 'messages that are waited for'
	| 'delivery to a test run'
	| 'event in its own execution'
	| 'collected messages'
	| 'follow-ups'
	| 'forwarding';

const keyLength = 32;

/** Derives a key for one purpose from a secret of the credential with HKDF-SHA256 (RFC 5869). */
export function derivedKey(secret: string, purpose: KeyPurpose): Buffer {
	const label = `n8n-nodes-whatsapp-business ${purpose}`;
	return Buffer.from(hkdfSync('sha256', secret, '', label, keyLength));
}
