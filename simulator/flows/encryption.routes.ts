import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { invalidParameter } from '../graph/errors';
import { readForm } from '../graph/multipartForm';
import { validate } from '../graph/validation';

const schema = z.object({ business_public_key: z.string().min(1) });

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/whatsapp-business-encryption */
export const getBusinessEncryption = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'whatsapp_business_encryption',
	handle: ({ node }) => ({
		data:
			node.businessPublicKey === undefined
				? []
				: [
						{
							business_public_key: node.businessPublicKey,
							business_public_key_signature_status: 'VALID',
						},
					],
	}),
});

export const setBusinessEncryption = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'whatsapp_business_encryption',
	handle: async ({ node, raw, body }) => {
		const { fields } = await readForm(raw, body);
		const { business_public_key } = validate(schema, fields);
		if (!isRsaPublicKey(business_public_key)) {
			throw invalidParameter(
				'Param business_public_key must be a valid 2048-bit RSA public key in PEM format.',
			);
		}
		node.businessPublicKey = business_public_key;
		return { success: true };
	},
});

function isRsaPublicKey(pem: string): boolean {
	if (!pem.includes('BEGIN PUBLIC KEY')) return false;
	try {
		const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem);
		return asymmetricKeyType === 'rsa' && asymmetricKeyDetails?.modulusLength === 2048;
	} catch {
		return false;
	}
}
