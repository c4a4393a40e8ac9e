import { createHmac, generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';

import type { CredentialData } from '../../../nodes/graphApi/connection';
import { webhookVerifyToken } from '../../../nodes/graphApi/connection';
import { credentialFor } from '../../support/credential';

const passphrase = 'a passphrase nobody may see';

/** Decrypts the requests of Flows for `secretCredential`. */
export const flowKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A credential with everything that must stay secret. */
export function secretCredential(
	url: string,
	changes: Partial<CredentialData> = {},
): CredentialData {
	return credentialFor(url, {
		flowsPrivateKey: String(
			flowKeys.privateKey.export({
				type: 'pkcs8',
				format: 'pem',
				cipher: 'aes-256-cbc',
				passphrase,
			}),
		),
		flowsPrivateKeyPassphrase: passphrase,
		...changes,
	});
}

/** All values of a credential, and what is derived from them, that no one may see. */
export function secretsIn(credential: CredentialData): Record<string, string> {
	const { accessToken, appSecret = '', flowsPrivateKey = '' } = credential;
	return Object.fromEntries(
		Object.entries({
			accessToken,
			appSecret,
			appsecretProof: createHmac('sha256', appSecret).update(accessToken).digest('hex'),
			verifyToken: webhookVerifyToken(credential),
			privateKey: flowsPrivateKey.split('\n')[1],
			passphrase: credential.flowsPrivateKeyPassphrase,
		}).filter((entry): entry is [string, string] => Boolean(entry[1])),
	);
}

/** Checks that none of the values contains a secret of the credential, however it is encoded. */
export function expectNothingSecret(credential: CredentialData, ...shown: unknown[]): void {
	const text = shown.map(asText).join('\n');
	const leaked = Object.entries(secretsIn(credential)).filter(([, secret]) =>
		[secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')].some((spelling) =>
			text.toLowerCase().includes(spelling.toLowerCase()),
		),
	);
	expect(leaked.map(([name]) => name)).toEqual([]);
}

/** Everything of a value that could be shown anywhere, with the hidden properties of errors. */
export function asText(value: unknown): string {
	return inspect(value, {
		depth: Infinity,
		maxArrayLength: Infinity,
		maxStringLength: Infinity,
		showHidden: true,
		breakLength: Infinity,
	});
}
