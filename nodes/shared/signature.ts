import { derivedKey } from '../graphApi/derivedKey';
import type { KeyPurpose } from '../graphApi/derivedKey';
import { secretsMatch } from '../graphApi/secretsMatch';
import { signedInHeader } from '../graphApi/webhooks/signer';
import type { Signer } from '../graphApi/webhooks/signer';

/** Where a request may have a proof. What is not one string is invalid. */
interface Places {
	headers: Readonly<Record<string, unknown>>;
	query?: Readonly<Record<string, unknown>>;
}

const ownHeader = 'x-own-signature-256';

/** The nodes sign their requests to n8n with a key that serves this purpose only, from a secret of the credential. */
export function ourselves(secret: string, purpose: KeyPurpose): Signer {
	return {
		place: 'header',
		name: ownHeader,
		// Nearly all requests are the host's, which need no derived key.
		proofOf: (body) =>
			signedInHeader(ownHeader, derivedKey(secret, purpose), 'hex', 'sha256=').proofOf(body),
	};
}

/** Whether a request has something in the place of this signer's proof, whoever put it there. */
export function claimsToBeOf(signer: Signer, request: Places): boolean {
	return proofIn(request, signer) !== undefined;
}

/**
 * Whether a request has the signer's proof for exactly these bytes. A body that was parsed and written again must not be
 * given here.
 */
export function isSignedBy(signer: Signer, rawBody: Buffer, request: Places): boolean {
	const proof = proofIn(request, signer);
	return typeof proof === 'string' && secretsMatch(proof, signer.proofOf(rawBody));
}

/** The header with the signature of a body. */
export function signatureHeaderOf(rawBody: Buffer, signer: Signer): Record<string, string> {
	return { [signer.name]: signer.proofOf(rawBody) };
}

function proofIn({ headers, query = {} }: Places, { place, name }: Signer): unknown {
	return (place === 'header' ? headers : query)[name];
}
