import type { KeyObject } from 'node:crypto';

import { isDeeperThan, isJsonObject, parseJson } from '../../graphApi/json';
import type { JsonObject, JsonValue } from '../../graphApi/types';
import { encryptFlowResponse } from '../../shared/flowEncryption';
import { flowDataExchange } from '../../shared/events/eventKinds';
import { maximumDepth } from '../../shared/events/splitPayload';
import { itemOf } from '../../shared/items/toItem';
import type { EventItem } from '../../shared/items/toItem';
import type { HttpResponse } from '../../shared/httpResponse';
import { asText } from '../../graphApi/coerce';
import { decryptFlowRequest } from './decryption';

/** The item of a Flow's request: the keys of every event, and what the response needs. */
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
	/** For the operation Encrypt Response, in base64. Valid for this response only. */
	encryption: { aesKey: string; initialVector: string };
}

/** Outcome of a Flow's request: an item for the workflow, or an immediate response. */
export type FlowExchange = { item: FlowItem } | { response: HttpResponse };

/**
 * Reads a request of a Flow. Health checks and error notices get an immediate response.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint
 * @param body the raw body, after the signature was checked.
 */
export function flowExchangeOf(
	body: Buffer,
	privateKey: KeyObject,
	now = Date.now(),
): FlowExchange {
	const sent = parseJson(body.toString('utf8'));
	if (!isJsonObject(sent)) return { response: { status: 400, text: 'The body is not JSON' } };
	const decrypted = decryptFlowRequest(sent, privateKey);
	// On 421 WhatsApp fetches the public key again and retries.
	if (!decrypted) return { response: { status: 421, text: 'The request cannot be decrypted' } };
	const { request, encryption } = decrypted;
	if (isDeeperThan(maximumDepth, request)) {
		return { response: { status: 400, text: 'The request is nested too deep' } };
	}
	const data = standardResponse(request);
	if (data) return { response: { status: 200, text: encryptFlowResponse({ data }, encryption) } };
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

/** The response to a health check, or to a notice that an earlier response was invalid. */
function standardResponse({ action, data }: JsonObject): JsonObject | undefined {
	if (action === 'ping') return { status: 'active' };
	const isNotice =
		isJsonObject(data) && 'error_message' in data && ('error' in data || 'error_key' in data);
	return isNotice ? { acknowledged: true } : undefined;
}
