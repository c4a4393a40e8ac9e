import type { HttpResponse } from '../../shared/httpResponse';
import { secretsMatch } from '../../graphApi/secretsMatch';

/**
 * Responds to the request with which Meta verifies a callback URL before it registers it. The response is
 * the challenge if the verify token matches.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 * @param query the parsed query with `hub.mode`, `hub.verify_token` and `hub.challenge`.
 * @param verifyToken the token that Meta got with the URL; undefined refuses every request.
 */
export function respondToVerification(
	query: Readonly<Record<string, unknown>>,
	verifyToken: string | undefined,
): HttpResponse {
	const { 'hub.mode': mode, 'hub.verify_token': given, 'hub.challenge': challenge } = query;
	const accepted =
		mode === 'subscribe' &&
		typeof given === 'string' &&
		typeof challenge === 'string' &&
		verifyToken !== undefined &&
		secretsMatch(given, verifyToken);
	return accepted ? { status: 200, text: challenge } : { status: 403, text: 'Wrong verify token' };
}
