import { generateKeyPairSync } from 'node:crypto';

import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first, second] = business.phoneNumbers;
const path = `/${first.id}/whatsapp_business_encryption`;
const rsa = (modulusLength: number) =>
	generateKeyPairSync('rsa', {
		modulusLength,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
const { publicKey, privateKey } = rsa(2048);
const elliptic = generateKeyPairSync('ec', {
	namedCurve: 'P-256',
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		example: 'POST /{Phone-Number-ID}/whatsapp_business_encryption › upload_key',
		parameters: { businessPublicKey: publicKey },
		request: { method: 'POST', path, body: { business_public_key: publicKey } },
	},
	{
		name: 'fullest',
		parameters: {
			businessPublicKey: `\n${publicKey}\n`,
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: second.id } },
		},
		request: {
			method: 'POST',
			path: `/${second.id}/whatsapp_business_encryption`,
			body: { business_public_key: publicKey },
		},
	},
	{
		name: 'a key whose line breaks are written out',
		parameters: { businessPublicKey: publicKey.replaceAll('\n', '\\n') },
		request: { method: 'POST', path, body: { business_public_key: publicKey } },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'no key',
		parameters: { businessPublicKey: '' },
		message: /'Business Public Key' is empty/,
	},
	{
		name: 'the private key',
		parameters: { businessPublicKey: privateKey },
		message: /'Business Public Key' holds a private key/,
	},
	{
		name: 'something else',
		parameters: { businessPublicKey: 'MIIBIjANBgkqhkiG9w0BAQEF' },
		message: /'Business Public Key' is not an RSA public key/,
	},
	{
		name: 'a key of another kind',
		parameters: { businessPublicKey: elliptic.publicKey },
		message: /'Business Public Key' is not an RSA public key/,
	},
	{
		name: 'a key that is too short',
		parameters: { businessPublicKey: rsa(1024).publicKey },
		message: /'Business Public Key' has 1024 bits/,
	},
];
