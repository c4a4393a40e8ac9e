import type { JsonObject } from '../../graphApi/types';

/**
 * Payload of a webhook, Graph API v26.0. Everything is optional: Meta omits what does not apply, such as
 * the phone number of a user who shows only a username.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export interface WebhookPayload {
	object: 'whatsapp_business_account';
	entry: WebhookEntry[];
}

export interface WebhookEntry {
	/** WABA ID. */
	id?: string;
	/** Unix time in seconds. Only set for events of the account. */
	time?: number;
	changes?: WebhookChange[];
}

export interface WebhookChange {
	field?: string;
	value?: WebhookValue;
}

/** The value of a change: what all fields have in common, and lists of events. */
export interface WebhookValue {
	metadata?: { display_phone_number?: string; phone_number_id?: string };
	contacts?: WebhookContact[];
	messages?: WebhookMessage[];
	statuses?: WebhookStatus[];
	message_echoes?: WebhookMessage[];
	history?: HistoryChunk[];
	/** What is wrong with the events beside it, or with the account. */
	errors?: WebhookError[];
	/** What Meta's AI agent says of the chat so far, when it hands it over. */
	conversation_context?: JsonObject;
	/** Set in handovers. */
	recipient?: { phone_number_id?: string; display_phone_number?: string };
	/** Set when settings have changed. */
	phone_number_settings?: { phone_number_id?: string };
	/** What Kapso says of an event that it reports itself, see `graphApi/hosts/kapso/payload.ts`. */
	kapso?: JsonObject;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history */
export interface HistoryChunk {
	metadata?: JsonObject;
	threads?: HistoryThread[];
	errors?: WebhookError[];
}

export interface HistoryThread {
	/** Phone number of the customer. */
	id?: string;
	/** The customer. */
	context?: {
		wa_id?: string;
		user_id?: string;
		parent_user_id?: string;
		username?: string;
		country_code?: string;
	};
	messages?: WebhookMessage[];
}

/** A WhatsApp user: the sender or the recipient. */
export interface WebhookContact {
	profile?: { name?: string; username?: string; country_code?: string };
	wa_id?: string;
	/** Business-scoped user ID. */
	user_id?: string;
	/** The same for all business portfolios that share parent IDs. */
	parent_user_id?: string;
	/** Changes when somebody else may use the number. */
	identity_key_hash?: string;
}

export interface WebhookError {
	code?: number;
	title?: string;
	message?: string;
	error_data?: { details?: string };
	href?: string;
}

export interface WebhookMedia {
	id?: string;
	mime_type?: string;
	sha256?: string;
	/** Valid for five minutes; the request needs the access token. */
	url?: string;
	caption?: string;
	filename?: string;
	voice?: boolean;
	animated?: boolean;
}

export interface WebhookProduct {
	product_retailer_id?: string;
	quantity?: number;
	item_price?: number;
	currency?: string;
}

export interface WebhookMessage {
	id?: string;
	type?: string;
	/** Unix time in seconds. */
	timestamp?: string;
	/** Phone number. */
	from?: string;
	/** Business-scoped user ID. */
	from_user_id?: string;
	/** Phone number of the customer, in a message from the business. */
	to?: string;
	/** Business-scoped user ID of the customer, in a message from the business. */
	to_user_id?: string;
	from_parent_user_id?: string;
	to_parent_user_id?: string;
	group_id?: string;
	context?: {
		id?: string;
		/** In place of `id`, in the request that sent the message. */
		message_id?: string;
		from?: string;
		from_user_id?: string;
		forwarded?: boolean;
		frequently_forwarded?: boolean;
		referred_product?: { catalog_id?: string; product_retailer_id?: string };
	};
	/** The ad or post the user came from. */
	referral?: JsonObject;
	errors?: WebhookError[];

	text?: { body?: string };
	image?: WebhookMedia;
	video?: WebhookMedia;
	audio?: WebhookMedia;
	document?: WebhookMedia;
	sticker?: WebhookMedia;
	location?: { latitude?: number; longitude?: number; name?: string; address?: string };
	contacts?: Array<{
		vcard?: string;
		name?: { formatted_name?: string };
		phones?: Array<{ phone?: string; wa_id?: string }>;
		/** `contact_request` in the reply to a contact info request. */
		origin?: string;
	}>;
	reaction?: { message_id?: string; emoji?: string };
	/** A tap on a quick-reply button of a template. */
	button?: { text?: string; payload?: string };
	interactive?: {
		type?: string;
		button_reply?: { id?: string; title?: string };
		list_reply?: { id?: string; title?: string; description?: string };
		/** The response of a Flow, as JSON in a string. */
		nfm_reply?: { name?: string; body?: string; response_json?: string };
		/** Whether the user allows the business to call. */
		call_permission_reply?: WebhookCallPermission;
	};
	order?: { catalog_id?: string; text?: string; product_items?: WebhookProduct[] };
	system?: {
		body?: string;
		type?: string;
		/** The new number and IDs. */
		wa_id?: string;
		user_id?: string;
		parent_user_id?: string;
		previous_user_id?: string;
		previous_parent_user_id?: string;
	};
	edit?: { original_message_id?: string; message?: WebhookMessage };
	revoke?: { original_message_id?: string };
	/** In an echo of a chat that somebody else handles: the request that sent the message. */
	message?: SendRequest;
}

/** The body of a request that sends a message. */
export interface SendRequest extends Omit<WebhookMessage, 'message'> {
	/** Business-scoped user ID. */
	recipient?: string;
	recipient_type?: string;
	template?: JsonObject;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions */
export interface WebhookCallPermission {
	response?: string;
	is_permanent?: boolean;
	/** Unix time in seconds. */
	expiration_timestamp?: string | number;
	response_source?: string;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference#calling-api-webhooks */
export interface WebhookCall {
	event?: string;
	direction?: string;
	status?: string;
	/** Unix time in seconds, of a call that was picked up. */
	start_time?: string | number;
	end_time?: string | number;
	/** In seconds. */
	duration?: number;
	session?: { sdp_type?: string; sdp?: string };
	biz_opaque_callback_data?: string;
	cta_payload?: string;
	deeplink_payload?: string;
	call_recording?: { audio?: WebhookMedia };
	call_transcript?: { document?: WebhookMedia };
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status */
export interface WebhookStatus {
	/** wamid of the message the status is about. */
	id?: string;
	status?: string;
	/** Unix time in seconds. */
	timestamp?: string;
	/** Phone number, or the group ID for a message to a group. */
	recipient_id?: string;
	/** Phone number in place of `recipient_id`, in statuses of payments. */
	from?: string;
	/** Business-scoped user ID. */
	recipient_user_id?: string;
	recipient_parent_user_id?: string;
	recipient_type?: string;
	/** Phone number of the group member; Meta documents both names. */
	recipient_participant_id?: string;
	participant_recipient_id?: string;
	recipient_participant_user_id?: string;
	recipient_participant_parent_user_id?: string;
	/** `payment` for the status of a payment. */
	type?: string;
	payment?: JsonObject;
	errors?: WebhookError[];
}
