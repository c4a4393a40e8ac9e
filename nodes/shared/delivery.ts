import type { HttpResponse } from './httpResponse';
import { readRawBody } from './requestBody';
import type { WebhookRequest } from './requestBody';
import { isSignedByMeta, signatureHeader } from './signature';

/** What came in: a body that Meta signed, or a refusal that starts nothing. */
export type Delivery = { body: Buffer } | { refusal: HttpResponse };

/** How a delivery is told from one that anybody made up. */
export interface SignatureRules {
	/** What the signature is checked with. */
	appSecret: string | undefined;
	/** Take the body as it is when there is no app secret to check it with. */
	acceptUnsigned: boolean;
	/** HTTP status for a signature that is missing or wrong. */
	unsignedStatus: number;
}

/**
 * Receives what Meta sends and checks its size, then its signature. Nothing is parsed before the signature is
 * verified.
 */
export async function readDelivery(
	request: WebhookRequest,
	{ appSecret, acceptUnsigned, unsignedStatus }: SignatureRules,
): Promise<Delivery> {
	const unsigned = refuse(unsignedStatus, 'The signature is missing or wrong');
	const signature = request.headers[signatureHeader];
	if (appSecret === undefined ? !acceptUnsigned : signature === undefined) return unsigned;

	const body = await readRawBody(request);
	if (body === 'tooLarge') return refuse(413, 'The body is larger than any webhook of WhatsApp');
	if (body === 'unreadable') return refuse(400, 'The body could not be read');
	if (appSecret !== undefined && !isSignedByMeta(body, signature, appSecret)) return unsigned;
	return { body };
}

function refuse(status: number, text: string): { refusal: HttpResponse } {
	return { refusal: { status, text } };
}
