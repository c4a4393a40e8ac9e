import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { isJsonObject, parseJson } from '../../graphApi/json';
import type { JsonObject } from '../../graphApi/types';
import type { FlowEncryption } from '../../shared/flowEncryption';

/** A request of a Flow, and what is needed to encrypt the response. */
export interface DecryptedFlowRequest {
	request: JsonObject;
	encryption: FlowEncryption;
}

/** Bytes. AES-GCM takes other lengths as well, WhatsApp sends none. */
const vectorLength = 16;
const tagLength = 16;

/**
 * Decrypts a request of a Flow: the AES key with RSA-OAEP and SHA-256, then the data with AES-128-GCM.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint#request-decryption-and-encryption
 * @returns undefined if it was encrypted with another key or was altered.
 */
export function decryptFlowRequest(
	body: JsonObject,
	privateKey: KeyObject,
): DecryptedFlowRequest | undefined {
	try {
		const aesKey = privateDecrypt(
			{ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
			bytes(body.encrypted_aes_key),
		);
		const initialVector = bytes(body.initial_vector);
		if (initialVector.length !== vectorLength) return undefined;
		const data = bytes(body.encrypted_flow_data);
		const decipher = createDecipheriv('aes-128-gcm', aesKey, initialVector, {
			authTagLength: tagLength,
		});
		decipher.setAuthTag(data.subarray(-tagLength));
		const text = Buffer.concat([
			decipher.update(data.subarray(0, -tagLength)),
			decipher.final(),
		]).toString('utf8');
		const request = parseJson(text);
		return isJsonObject(request) ? { request, encryption: { aesKey, initialVector } } : undefined;
	} catch {
		return undefined;
	}
}

function bytes(base64: unknown): Buffer {
	return Buffer.from(typeof base64 === 'string' ? base64 : '', 'base64');
}
