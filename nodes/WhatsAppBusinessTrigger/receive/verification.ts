import type { HttpResponse } from '../../shared/httpResponse';
import { secretsMatch } from '../../graphApi/secretsMatch';

/** In characters. Meta's challenge has ten digits, and no field of the credential is that long. */
const maximumLength = 1_000;

/**
 * Responds to the request with which Meta verifies a callback URL before it registers it. The response is
 * the challenge if the verify token matches.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 * @param query the parsed query with `hub.mode`, `hub.verify_token` and `hub.challenge`.
 * @param readVerifyToken reads the token that Meta got with the URL. Undefined refuses every request. Not
 * called for a request that is no verification.
 */
export async function respondToVerification(
	query: Readonly<Record<string, unknown>>,
	readVerifyToken: () => Promise<string | undefined>,
): Promise<HttpResponse> {
	const refused = { status: 403, text: 'Wrong verify token' };
	const { 'hub.mode': mode, 'hub.verify_token': given, 'hub.challenge': challenge } = query;
	if (mode !== 'subscribe' || !isShortText(given) || !isShortText(challenge)) return refused;
	const verifyToken = await readVerifyToken();
	const accepted = verifyToken !== undefined && secretsMatch(given, verifyToken);
	return accepted ? { status: 200, text: challenge } : refused;
}

function isShortText(value: unknown): value is string {
	return typeof value === 'string' && value !== '' && value.length <= maximumLength;
}
