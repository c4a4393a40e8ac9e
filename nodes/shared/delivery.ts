import type { Signer } from '../graphApi/webhooks/signer';
import type { HttpResponse } from './httpResponse';
import { readRawBody } from './requestBody';
import type { WebhookRequest } from './requestBody';
import { claimsToBeOf, isSignedBy } from './signature';

/**
 * What came in: a body with a valid signature and who signed it (nobody if unsigned bodies are taken), or a refusal that
 * starts nothing.
 */
export type Delivery = { body: Buffer; signer?: Signer } | { refusal: HttpResponse };

/** How a delivery is told from one that anybody made up. */
export interface SignatureRules {
	/** Who may sign the body. */
	signers: readonly Signer[];
	/** Whether to take a body that none of them has signed. Not called for one that is signed. */
	acceptUnsigned(): boolean;
	/** HTTP status for a signature that is missing or wrong. */
	unsignedStatus: number;
}

/**
 * Receives a body and checks its size, then its signature. Nothing is parsed before the signature is
 * verified.
 */
export async function readDelivery(
	request: WebhookRequest,
	{ signers, acceptUnsigned, unsignedStatus }: SignatureRules,
): Promise<Delivery> {
	const unsigned = refuse(unsignedStatus, 'The signature is missing or wrong');
	const isSigned = signers.some((each) => claimsToBeOf(each, request));
	if (!isSigned && !acceptUnsigned()) return unsigned;

	const body = await readRawBody(request);
	if (body === 'tooLarge') return refuse(413, 'The body is larger than any webhook of WhatsApp');
	if (body === 'unreadable') return refuse(400, 'The body could not be read');
	if (!isSigned) return { body };
	const signer = signers.find((each) => isSignedBy(each, body, request));
	return signer === undefined ? unsigned : { body, signer };
}

function refuse(status: number, text: string): { refusal: HttpResponse } {
	return { refusal: { status, text } };
}
