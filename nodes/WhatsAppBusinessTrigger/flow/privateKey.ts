import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { CredentialData } from '../../graphApi/connection';
import { InputError } from '../../shared/inputError';

const field = 'Flows Private Key';

/**
 * The private key that requests of Flows are decrypted with.
 * @throws InputError when the credential has none, or none that can be read.
 */
export function flowsPrivateKey(
	credential: Pick<CredentialData, 'flowsPrivateKey' | 'flowsPrivateKeyPassphrase'>,
): KeyObject {
	const typed = (credential.flowsPrivateKey ?? '').trim();
	if (typed === '') {
		throw new InputError(
			field,
			"is empty in the credential, and 'Flow Data Exchange' needs it to read what a Flow sends",
			"Fill in the private key whose public key was uploaded for the phone number, with the lines 'BEGIN' and 'END'.",
		);
	}
	const passphrase = credential.flowsPrivateKeyPassphrase ?? '';
	try {
		const key = createPrivateKey({
			key: withLines(typed),
			...(passphrase !== '' && { passphrase }),
		});
		if (key.asymmetricKeyType === 'rsa') return key;
	} catch {
		// Why is not told: the reason could give away a part of the key.
	}
	throw new InputError(
		field,
		'in the credential is not an RSA private key, or its passphrase is wrong',
		"Copy the whole key in PEM format, with the lines 'BEGIN' and 'END', and the passphrase it was made with.",
	);
}

/** A key in PEM format whose line breaks were lost, or written as `\n`, gets them back. */
function withLines(pem: string): string {
	const [, label, content] =
		/-----BEGIN ([A-Z ]+)-----(.*?)-----END \1-----/s.exec(pem.replaceAll('\\n', '\n')) ?? [];
	if (label === undefined || content === undefined) return pem;
	const headers = content.match(/Proc-Type:\s*\S+|DEK-Info:\s*\S+/g) ?? [];
	const base64 = headers.reduce((rest, header) => rest.replace(header, ''), content);
	return [
		`-----BEGIN ${label}-----`,
		...(headers.length > 0 ? [...headers, ''] : []),
		...(base64.replace(/\s/g, '').match(/.{1,64}/g) ?? []),
		`-----END ${label}-----`,
		'',
	].join('\n');
}
