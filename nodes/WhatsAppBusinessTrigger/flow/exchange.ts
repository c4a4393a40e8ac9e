import type { KeyObject } from 'node:crypto';

import { isJsonObject, parseJson } from '../../graphApi/json';
import type { JsonObject, JsonValue } from '../../graphApi/types';
import { encryptFlowResponse } from '../../shared/flowEncryption';
import { flowDataExchange } from '../events/eventKinds';
import { itemOf } from '../items/toItem';
import type { EventItem } from '../items/toItem';
import type { HttpResponse } from '../../shared/httpResponse';
import { asText } from '../../graphApi/coerce';
import { decryptFlowRequest } from './decryption';

/** The item of a request of a Flow: that of any event, and what an answer takes. */
export interface FlowItem extends EventItem {
	flow: {
		/** `INIT`, `BACK` or `data_exchange`. */
		action: string | null;
		/** The screen the user comes from. */
		screen: string | null;
		/** What the user entered. */
		data: JsonValue;
		flowToken: string | null;
		version: string | null;
	};
	/** For the operation Encrypt Response, in base64. Good for this one answer only. */
	encryption: { aesKey: string; initialVector: string };
}

/** What becomes of a request of a Flow: an item for the workflow to answer, or an answer at once. */
export type FlowExchange = { item: FlowItem } | { answer: HttpResponse };

/**
 * Takes in a request of a Flow. Health checks and error notices are answered here.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint
 * @param body as it came in, its signature checked.
 */
export function flowExchangeOf(
	body: Buffer,
	privateKey: KeyObject,
	now = Date.now(),
): FlowExchange {
	const sent = parseJson(body.toString('utf8'));
	if (!isJsonObject(sent)) return { answer: { status: 400, text: 'The body is not JSON' } };
	const decrypted = decryptFlowRequest(sent, privateKey);
	// WhatsApp then fetches the public key anew and tries again.
	if (!decrypted) return { answer: { status: 421, text: 'The request cannot be decrypted' } };
	const { request, encryption } = decrypted;
	const data = standardResponse(request);
	if (data) return { answer: { status: 200, text: encryptFlowResponse({ data }, encryption) } };
	return {
		item: {
			...itemOf({
				kind: flowDataExchange,
				raw: request,
				value: {},
				notifiedAt: Math.floor(now / 1000),
			}),
			type: asText(request.action),
			flow: {
				action: asText(request.action),
				screen: asText(request.screen),
				data: request.data ?? null,
				flowToken: asText(request.flow_token),
				version: asText(request.version),
			},
			encryption: {
				aesKey: encryption.aesKey.toString('base64'),
				initialVector: encryption.initialVector.toString('base64'),
			},
		},
	};
}

/** What Meta wants to hear about a health check or a notice that an earlier answer was wrong. */
function standardResponse({ action, data }: JsonObject): JsonObject | undefined {
	if (action === 'ping') return { status: 'active' };
	const isNotice =
		isJsonObject(data) && 'error_message' in data && ('error' in data || 'error_key' in data);
	return isNotice ? { acknowledged: true } : undefined;
}
