import { RequestError } from '../../graphApi/errors/requestError';
import type { GraphRequest, GraphResponse, Send } from '../../graphApi/types';
import type { Fallback } from '../operation';

/** The key of the output that says where a message with a fallback was sent. Responses have it, so that it is remembered. */
export const sentViaKey = 'sentVia';

/**
 * Sends a message, and if Meta refuses it with one of the codes of its fallback, sends it there. One of the two is sent
 * at most: after an unknown outcome there is no other try.
 */
export async function sendOrFallBack(
	send: Send,
	request: GraphRequest,
	fallback: Fallback | undefined,
): Promise<GraphResponse> {
	if (!fallback) return await send(request);
	const { aroundTry = (sendNow) => sendNow() } = request;
	const sendVia = (via: string, changed: Partial<GraphRequest>) =>
		send({
			...request,
			...changed,
			aroundTry: (sendNow) => aroundTry(async () => marked(await sendNow(), via)),
		});
	try {
		return await sendVia(fallback.sentVia.here, {});
	} catch (error) {
		if (!isRefusal(error, fallback.codes)) throw error;
		const body = Object.fromEntries(
			Object.entries(request.body ?? {}).filter(([key]) => !fallback.withoutKeys.includes(key)),
		);
		try {
			return await sendVia(fallback.sentVia.there, { path: fallback.path, on: fallback.on, body });
		} catch (second) {
			throw isRefusal(second, fallback.backCodes) ? error : second;
		}
	}
}

function isRefusal(error: unknown, codes: readonly number[]): boolean {
	if (!(error instanceof RequestError)) return false;
	const { code, outcome } = error.facts;
	return outcome === 'notAccepted' && code !== undefined && codes.includes(code);
}

function marked({ body }: GraphResponse, via: string): GraphResponse {
	return { body: { ...body, [sentViaKey]: via } };
}
