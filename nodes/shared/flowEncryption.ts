import { createCipheriv } from 'node:crypto';

/** How a request of a Flow was encrypted, and how its response must be. */
export interface FlowEncryption {
	/** 128 bits. */
	aesKey: Buffer;
	initialVector: Buffer;
}

/** The field of an item that contains an encrypted response, which is sent back as text. */
export const encryptedResponseField = 'encrypted_response';

/**
 * Encrypts the response to a request of a Flow: AES-128-GCM with the key of the request and its inverted vector,
 * followed by the tag.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint#request-decryption-and-encryption
 * @returns base64
 */
export function encryptFlowResponse(
	response: object,
	{ aesKey, initialVector }: FlowEncryption,
): string {
	// The response must not reuse the vector of the request.
	const vector = initialVector.map((byte) => ~byte);
	const cipher = createCipheriv('aes-128-gcm', aesKey, vector);
	return Buffer.concat([
		cipher.update(JSON.stringify(response), 'utf8'),
		cipher.final(),
		cipher.getAuthTag(),
	]).toString('base64');
}
