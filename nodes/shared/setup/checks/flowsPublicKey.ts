import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { asObjects, asText } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { flowsPrivateKey } from '../../flowsPrivateKey';
import { fine, unknown, wrong } from '../check';
import type { Check } from '../check';

const upload = "Upload the public key of 'Flows Private Key' with 'Flow: Set Encryption'.";

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/whatsapp-business-encryption */
export const flowsPublicKey: Check = {
	name: 'Flows Public Key',
	async run({ credential, phoneNumberId, send }) {
		const { body } = await send({
			method: 'GET',
			path: path`/${await phoneNumberId()}/whatsapp_business_encryption`,
			on: 'phoneNumber',
		});
		const entry = asObjects<JsonObject>(body.data)[0] ?? {};
		const pem = asText(entry.business_public_key);
		if ((credential.flowsPrivateKey ?? '').trim() === '') {
			return unknown(
				pem === null
					? 'Neither key is set. Only Flows with an endpoint need them.'
					: "The number has a public key, but 'Flows Private Key' is empty.",
			);
		}
		const privateKey = flowsPrivateKey(credential);
		if (pem === null) return wrong('The number has no public key.', upload);
		if (!isSameKey(pem, createPublicKey(privateKey))) {
			return wrong(
				"The number has a public key that does not belong to 'Flows Private Key'.",
				upload,
			);
		}
		// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/whatsapp-business-encryption
		if (entry.business_public_key_signature_status === 'MISMATCH') {
			return wrong('The signature of the public key is no longer valid.', upload);
		}
		return fine("It belongs to 'Flows Private Key'.");
	},
};

function isSameKey(pem: string, key: KeyObject): boolean {
	try {
		return createPublicKey(pem).equals(key);
	} catch {
		return false;
	}
}
