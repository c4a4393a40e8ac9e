import {
	constants,
	createCipheriv,
	createDecipheriv,
	publicEncrypt,
	randomBytes,
	type KeyObject,
} from 'node:crypto';

/**
 * Encrypts a request as WhatsApp does for the endpoint of a Flow.
 *
 * @param key the public key of the phone number
 * @param options `vectorLength` in bytes, for requests that WhatsApp never sends
 * @returns the request body, and a function that decrypts the response
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint#request-decryption-and-encryption
 */
export function encryptFlowRequest(
	key: KeyObject,
	request: object,
	{ vectorLength = 16 } = {},
): { body: string; decrypt: (response: string) => string } {
	const [aesKey, vector] = [randomBytes(16), randomBytes(vectorLength)];
	const cipher = createCipheriv('aes-128-gcm', aesKey, vector);
	const data = [cipher.update(JSON.stringify(request)), cipher.final(), cipher.getAuthTag()];
	const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
	const body = JSON.stringify({
		encrypted_flow_data: Buffer.concat(data).toString('base64'),
		encrypted_aes_key: publicEncrypt({ key, ...oaep }, aesKey).toString('base64'),
		initial_vector: vector.toString('base64'),
	});
	const decrypt = (response: string) => {
		const bytes = Buffer.from(response, 'base64');
		const flipped = Buffer.from(vector.map((byte) => byte ^ 0xff));
		const decipher = createDecipheriv('aes-128-gcm', aesKey, flipped);
		decipher.setAuthTag(bytes.subarray(-16));
		return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString();
	};
	return { body, decrypt };
}
