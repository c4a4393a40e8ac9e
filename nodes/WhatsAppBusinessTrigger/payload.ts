import type { JsonObject } from '../graphApi/types';

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
	changes?: WebhookChange[];
}

export interface WebhookChange {
	field?: string;
	value?: MessagesValue;
}

/** The value of a change of the field `messages`. */
export interface MessagesValue {
	metadata?: { display_phone_number?: string; phone_number_id?: string };
	contacts?: WebhookContact[];
	messages?: WebhookMessage[];
	statuses?: WebhookStatus[];
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
	};
	order?: { catalog_id?: string; text?: string; product_items?: JsonObject[] };
	system?: { body?: string; type?: string; wa_id?: string };
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
	/** Phone number of the group member. */
	recipient_participant_id?: string;
	recipient_participant_user_id?: string;
	errors?: WebhookError[];
}
