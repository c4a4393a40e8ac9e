import type { HttpResponse } from '../../shared/httpResponse';
import { secretsMatch } from '../../graphApi/secretsMatch';

/**
 * Answers the request by which Meta checks a webhook address before it registers it: the challenge, when
 * the verify token is the right one.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/create-webhook-endpoint
 * @param query the parsed query, `hub.mode`, `hub.verify_token` and `hub.challenge` of which are read.
 * @param verifyToken what Meta was told when the address was registered; without one nothing is accepted.
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
