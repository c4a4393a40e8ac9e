import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { CredentialData } from '../graphApi/connection';
import { InputError } from './inputError';

const field = 'Flows Private Key';

/**
 * Returns the private key for decrypting requests of Flows.
 * @throws InputError if the credential has no key or an unreadable one.
 */
export function flowsPrivateKey(
	credential: Pick<CredentialData, 'flowsPrivateKey' | 'flowsPrivateKeyPassphrase'>,
): KeyObject {
	const typed = (credential.flowsPrivateKey ?? '').trim();
	if (typed === '') {
		throw new InputError(
			field,
			"is empty in the credential, but is needed to decrypt the requests of 'Flow Data Exchange'",
			"Fill in the private key that belongs to the public key of the phone number, with the lines 'BEGIN' and 'END'.",
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
		// Don't report the reason; it could leak key material.
	}
	throw new InputError(
		field,
		'in the credential is not an RSA private key, or its passphrase is wrong',
		"Copy the whole key in PEM format, with the lines 'BEGIN' and 'END', and enter the passphrase it was created with.",
	);
}

/** Restores the line breaks of a PEM key, which may be lost or written as `\n`. */
function withLines(pem: string): string {
	const [, label, rest] = pem.replaceAll('\\n', '\n').split(/-----BEGIN ([A-Z ]+)-----/);
	const [content, after] = rest?.split(`-----END ${label}-----`) ?? [];
	if (content === undefined || after === undefined) return pem;
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
