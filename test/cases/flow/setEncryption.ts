import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first, second] = business.phoneNumbers;
const path = `/${first.id}/whatsapp_business_encryption`;
// Made for these cases; their private keys were thrown away.
const publicKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApgpKYjHmQq1Pdpkg7PhJ
vzLj6J588IClZqoFQuYdvmrsh4FIhEa8UDsqkujJkDn1KQNiu3dPXtUsuBcYBwpb
tLfm0kD+g5WCkpf7IRk8TUxQgHnK1VwIVAReHz2Z8Jd2tGvs3D70vVDDGr+a111d
wlxmG8i3EYTa066KA0sn1TG0rc4BpnNJiGYNHYRDHldTv+/gHb9PFGqS8D6WDkH2
EB4EK08l9ALfem+fIOZK8yECYWUjHJhjypTD979EtwNGfS5QlTJ3kogXzTHhug+Q
UhUdNbGY19ft1KKZxBNC7WqmI7dzgg/t0AD6QE10ZD765skyws6za7xLwVDvSEWI
lQIDAQAB
-----END PUBLIC KEY-----
`;
const shortKey = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDPgbw7S1Fdr1puLcmKBorVWp7c
34NSY5te1F/GHNClmAPoEIQxa17llSLMShBr1nHdEl1qmG7LRO911XI0lqJ7xBT8
v+zZfQA3BRKCLRbEAMQ1jix+nuxMyRomg1/RBO41HnseZQ43LCUUEAh3xYTvFEMO
jrZ9ii6U+485UCBQ6wIDAQAB
-----END PUBLIC KEY-----
`;
const ellipticKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEbAcQ6dsxJ13lA1HYL9xH8AYPswXA
SKIn9ncIFRk84DCRoFcm6WpA8H7v2Lmq7brzz0cPH9h5Rmg+vh0z/VcY9g==
-----END PUBLIC KEY-----
`;

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
		name: 'a missing key',
		parameters: { businessPublicKey: '' },
		message: /'Business Public Key' is empty/,
	},
	{
		name: 'the private key',
		parameters: { businessPublicKey: publicKey.replaceAll('PUBLIC', 'PRIVATE') },
		message: /'Business Public Key' is a private key/,
	},
	{
		name: 'a text that is not a key',
		parameters: { businessPublicKey: 'MIIBIjANBgkqhkiG9w0BAQEF' },
		message: /'Business Public Key' is not an RSA public key/,
	},
	{
		name: 'a key of another kind',
		parameters: { businessPublicKey: ellipticKey },
		message: /'Business Public Key' is not an RSA public key/,
	},
	{
		name: 'a key that is too short',
		parameters: { businessPublicKey: shortKey },
		message: /'Business Public Key' has 1024 bits/,
	},
];
