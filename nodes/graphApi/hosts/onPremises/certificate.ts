import { X509Certificate } from 'node:crypto';

import { CredentialError, trimmed } from '../../connection';
import type { CredentialData } from '../../connection';

const field = 'CA Certificate';

/**
 * The authorities in the credential as PEM. Undefined if there are none.
 * @throws CredentialError for an invalid certificate.
 */
export function authoritiesOf({ caCertificate }: CredentialData): string | undefined {
	const typed = trimmed(caCertificate);
	if (typed === '') return undefined;
	const certificates = typed
		.replaceAll('\\n', '\n')
		.split(begin)
		.slice(1)
		.map((rest) => pem(rest.split(end)[0] ?? ''));
	if (certificates.length === 0 || !certificates.every(isCertificate)) {
		throw new CredentialError(
			field,
			`The ${field} in the credential is not a certificate in PEM format. Copy the whole text of the certificate, with the lines 'BEGIN CERTIFICATE' and 'END CERTIFICATE'.`,
		);
	}
	return certificates.join('');
}

const begin = '-----BEGIN CERTIFICATE-----';
const end = '-----END CERTIFICATE-----';

// A field of one line loses the line breaks.
function pem(base64: string): string {
	return [begin, ...(base64.replace(/\s/g, '').match(/.{1,64}/g) ?? []), end, ''].join('\n');
}

function isCertificate(text: string): boolean {
	try {
		return new X509Certificate(text).raw.length > 0;
	} catch {
		return false;
	}
}
