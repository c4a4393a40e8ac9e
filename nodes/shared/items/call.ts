import { asNumber, asObject, asText, firstText, getPath, isoTime } from '../../graphApi/coerce';
import type { WebhookCall, WebhookCallPermission } from '../events/payload';

/** A call, or the reply to a request for permission to call. Null is what Meta does not tell. */
export interface Call {
	/** Who calls: `USER_INITIATED` or `BUSINESS_INITIATED`. */
	direction: string | null;
	/** `RINGING`, `ACCEPTED` or `REJECTED`, or `COMPLETED` or `FAILED` once it has ended. */
	status: string | null;
	/** Whether somebody picked up. Null until the call has ended. */
	answered: boolean | null;
	/** From picking up to hanging up. */
	durationSeconds: number | null;
	/** When somebody picked up, ISO 8601. */
	startedAt: string | null;
	/** ISO 8601. */
	endedAt: string | null;
	/** `offer` or `answer`. */
	sdpType: string | null;
	/** The connection data of the other side, for a voice service. */
	sdp: string | null;
	/** The business's own text, from starting or accepting the call. */
	callbackData: string | null;
	/** The payload of the call button that the customer tapped. */
	buttonPayload: string | null;
	/** The payload of the link that the customer opened. */
	linkPayload: string | null;
	permission: CallPermission | null;
}

/** Whether the business may call the customer. */
export interface CallPermission {
	/** `accept` or `reject`. */
	response: string | null;
	permanent: boolean;
	/** ISO 8601. Null if it does not expire. */
	expiresAt: string | null;
	/** `user_action`, or `automatic` because the customer called. */
	source: string | null;
}

/**
 * Reads an event of the field `calls`: a call, or the status of one that the business started.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference#calling-api-webhooks
 */
export function callOf(event: WebhookCall): Call {
	const { sdp_type, sdp } = asObject(event.session);
	const startedAt = isoTime(event.start_time);
	const durationSeconds = asNumber(event.duration);
	const hasEnded = event.event === 'terminate';
	return {
		direction: asText(event.direction),
		// Meta's pages write it in both ways.
		status: asText(event.status)?.toUpperCase() ?? null,
		// Only a call that was picked up has a start and a duration.
		answered: hasEnded ? startedAt !== null || durationSeconds !== null : null,
		durationSeconds,
		startedAt,
		endedAt: isoTime(event.end_time),
		sdpType: asText(sdp_type),
		sdp: firstText(sdp, getPath(event, 'connection.webrtc.sdp')),
		callbackData: asText(event.biz_opaque_callback_data),
		buttonPayload: asText(event.cta_payload),
		linkPayload: asText(event.deeplink_payload),
		permission: null,
	};
}

/**
 * Reads the reply to a request for permission to call.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions
 */
export function callPermissionOf(reply: WebhookCallPermission): Call {
	return {
		...callOf({}),
		permission: {
			response: asText(reply.response),
			permanent: reply.is_permanent === true,
			expiresAt: isoTime(reply.expiration_timestamp),
			source: asText(reply.response_source),
		},
	};
}
