/**
 * The parts of messages that the page shows, as the Graph API accepts them and webhooks contain them. All
 * fields are optional, because a customer's `raw` message may contain anything.
 */
export interface Content {
	type?: string;
	text?: { body?: string };
	image?: MediaContent;
	video?: MediaContent;
	audio?: MediaContent;
	document?: MediaContent;
	sticker?: MediaContent;
	location?: LocationContent;
	contacts?: ContactContent[];
	interactive?: InteractiveContent;
	template?: TemplateContent;
	reaction?: { message_id?: string; emoji?: string };
	pin?: { type?: string };
	/** A tap on a template's quick reply. */
	button?: { text?: string; payload?: string };
	order?: {
		catalog_id?: string;
		text?: string;
		product_items?: Array<{
			product_retailer_id?: string;
			quantity?: number;
			item_price?: number;
			currency?: string;
		}>;
	};
	context?: { message_id?: string; id?: string; forwarded?: boolean };
	/** The ad or post that a customer came from. */
	referral?: { source_type?: string; headline?: string };
	group_id?: string;
	recipient_type?: string;
	from_user_id?: string;
}

export interface MediaContent {
	id?: string;
	link?: string;
	caption?: string;
	filename?: string;
	mime_type?: string;
	voice?: boolean;
}

export interface LocationContent {
	latitude?: number | string;
	longitude?: number | string;
	name?: string;
	address?: string;
}

export interface ContactContent {
	name?: { formatted_name?: string };
	org?: { company?: string; department?: string; title?: string };
	phones?: Array<{ phone?: string; type?: string }>;
	emails?: Array<{ email?: string; type?: string }>;
	urls?: Array<{ url?: string }>;
	addresses?: Array<{ street?: string; city?: string; zip?: string; country?: string }>;
	birthday?: string;
}

export interface HeaderContent {
	type?: string;
	text?: string;
	sub_text?: string;
	image?: MediaContent;
	video?: MediaContent;
	document?: MediaContent;
	gif?: MediaContent;
}

export interface Section {
	title?: string;
	rows?: Array<{ id?: string; title?: string; description?: string }>;
	product_items?: Array<{ product_retailer_id?: string }>;
}

export interface CardContent {
	header?: HeaderContent;
	body?: { text?: string };
	action?: {
		parameters?: { display_text?: string; url?: string };
		buttons?: Array<{ quick_reply?: { id?: string; title?: string } }>;
		product_retailer_id?: string;
		catalog_id?: string;
	};
}

export interface Amount {
	value?: number;
	offset?: number;
	description?: string;
}

export interface OrderParameters {
	reference_id?: string;
	currency?: string;
	total_amount?: Amount;
	order?: {
		status?: string;
		description?: string;
		items?: Array<{ name?: string; quantity?: number; amount?: Amount; sale_amount?: Amount }>;
		subtotal?: Amount;
		tax?: Amount;
		shipping?: Amount;
		discount?: Amount;
	};
	payment?: { status?: string };
}

export interface InteractiveParameters extends OrderParameters {
	display_text?: string;
	url?: string;
	flow_id?: string;
	flow_name?: string;
	flow_cta?: string;
	/** Of a call button. */
	payload?: string;
	flow_token?: string;
	flow_action_payload?: { screen?: string; data?: Record<string, unknown> };
	country?: string;
	country_iso_code?: string;
	values?: Record<string, unknown>;
	saved_addresses?: Array<{ id?: string; value?: Record<string, unknown> }>;
	validation_errors?: Record<string, unknown>;
	thumbnail_product_retailer_id?: string;
}

export interface InteractiveContent {
	type?: string;
	header?: HeaderContent;
	body?: { text?: string };
	footer?: { text?: string };
	action?: {
		name?: string;
		button?: string;
		buttons?: Array<{
			reply?: { id?: string; title?: string };
			cta_url?: { display_text?: string; url?: string };
		}>;
		sections?: Section[];
		cards?: CardContent[];
		parameters?: InteractiveParameters;
		catalog_id?: string;
		product_retailer_id?: string;
	};
	/** What a customer chose. */
	button_reply?: { id?: string; title?: string };
	list_reply?: { id?: string; title?: string; description?: string };
	nfm_reply?: { name?: string; body?: string; response_json?: string };
	call_permission_reply?: { response?: string };
}

export interface TemplateParameter extends HeaderContent {
	parameter_name?: string;
	currency?: { fallback_value?: string };
	date_time?: { fallback_value?: string };
	location?: LocationContent;
	product?: { product_retailer_id?: string; catalog_id?: string };
	payload?: string;
	coupon_code?: string;
	limited_time_offer?: { expiration_time_ms?: number | string };
	order_status?: OrderParameters;
	action?: {
		flow_token?: string;
		flow_action_data?: Record<string, unknown>;
		sections?: Section[];
		thumbnail_product_retailer_id?: string;
		order_details?: OrderParameters;
		payment_request?: { payment_setting?: PaymentSetting };
	};
}

/** How a customer in Brazil pays. */
interface PaymentSetting {
	boleto?: { digitable_line?: string };
	payment_link?: { uri?: string };
	pix_dynamic_code?: { code?: string };
}

export interface TemplateComponent {
	type?: string;
	sub_type?: string;
	index?: number | string;
	parameters?: TemplateParameter[];
	cards?: Array<{ card_index?: number | string; components?: TemplateComponent[] }>;
}

export interface TemplateContent {
	name?: string;
	language?: { code?: string };
	components?: TemplateComponent[];
}
