import { createCipheriv } from 'node:crypto';

/** How a request of a Flow was encrypted, and its answer must be. */
export interface FlowEncryption {
	/** 128 bits. */
	aesKey: Buffer;
	initialVector: Buffer;
}

/** The field of an item that holds an encrypted answer, ready to be sent back as text. */
export const encryptedResponseField = 'encrypted_response';

/**
 * Encrypts the answer to a request of a Flow: AES-128-GCM with the key of the request and its vector, every
 * bit of it turned over; the tag stands at the end.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint#request-decryption-and-encryption
 * @returns base64
 */
export function encryptFlowResponse(
	response: object,
	{ aesKey, initialVector }: FlowEncryption,
): string {
	// The answer must not use the vector of the request once more.
	const vector = initialVector.map((byte) => ~byte);
	const cipher = createCipheriv('aes-128-gcm', aesKey, vector);
	return Buffer.concat([
		cipher.update(JSON.stringify(response), 'utf8'),
		cipher.final(),
		cipher.getAuthTag(),
	]).toString('base64');
}
