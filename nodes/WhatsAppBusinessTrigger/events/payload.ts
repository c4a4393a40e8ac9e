import type { JsonObject } from '../../graphApi/types';

/**
 * What Meta sends to a webhook, Graph API v25.0. Everything is optional: Meta leaves out what does not
 * apply, such as the phone number of a user who shows a username only.
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
	/** Unix time in seconds. Only there for events of the account. */
	time?: number;
	changes?: WebhookChange[];
}

export interface WebhookChange {
	field?: string;
	value?: WebhookValue;
}

/** The value of a change: what fields have in common, and lists of events under names of their own. */
export interface WebhookValue {
	metadata?: { display_phone_number?: string; phone_number_id?: string };
	contacts?: WebhookContact[];
	messages?: WebhookMessage[];
	statuses?: WebhookStatus[];
	message_echoes?: WebhookMessage[];
	history?: HistoryChunk[];
	/** Of a handover. */
	recipient?: { phone_number_id?: string };
	/** Of changed settings. */
	phone_number_settings?: { phone_number_id?: string };
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
	messages?: WebhookMessage[];
}

/** A WhatsApp user: who wrote, or who was written to. */
export interface WebhookContact {
	profile?: { name?: string; username?: string };
	wa_id?: string;
	/** Business-scoped user ID. */
	user_id?: string;
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
	/** Needs the access token and lives five minutes. */
	url?: string;
	caption?: string;
	filename?: string;
	voice?: boolean;
	animated?: boolean;
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
	/** Phone number of the customer, in a message of the business. */
	to?: string;
	/** Business-scoped user ID of the customer, in a message of the business. */
	to_user_id?: string;
	group_id?: string;
	context?: {
		id?: string;
		from?: string;
		from_user_id?: string;
		forwarded?: boolean;
		frequently_forwarded?: boolean;
		referred_product?: { catalog_id?: string; product_retailer_id?: string };
	};
	/** Where the user came from: an ad or a post. */
	referral?: JsonObject;
	errors?: WebhookError[];

	text?: { body?: string };
	image?: WebhookMedia;
	video?: WebhookMedia;
	audio?: WebhookMedia;
	document?: WebhookMedia;
	sticker?: WebhookMedia;
	location?: { latitude?: number; longitude?: number; name?: string; address?: string };
	contacts?: Array<{ name?: { formatted_name?: string } }>;
	reaction?: { message_id?: string; emoji?: string };
	/** A tap on a quick-reply button of a template. */
	button?: { text?: string; payload?: string };
	interactive?: {
		type?: string;
		button_reply?: { id?: string; title?: string };
		list_reply?: { id?: string; title?: string; description?: string };
		/** The answer of a flow, as JSON in a string. */
		nfm_reply?: { name?: string; body?: string; response_json?: string };
		/** Whether the user lets the business call. */
		call_permission_reply?: { response?: string };
	};
	order?: { catalog_id?: string; text?: string; product_items?: JsonObject[] };
	system?: {
		body?: string;
		type?: string;
		wa_id?: string;
		user_id?: string;
	};
	edit?: { original_message_id?: string; message?: WebhookMessage };
	revoke?: { original_message_id?: string };
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
	/** Business-scoped user ID. */
	recipient_user_id?: string;
	recipient_type?: string;
	/** Phone number of the group member; Meta's pages name it both ways. */
	recipient_participant_id?: string;
	participant_recipient_id?: string;
	recipient_participant_user_id?: string;
	errors?: WebhookError[];
}
