/** A button of a template, as returned by `GET /{waba}/message_templates`. */
export interface TemplateButton {
	type:
		| 'QUICK_REPLY'
		| 'URL'
		| 'PHONE_NUMBER'
		| 'COPY_CODE'
		| 'OTP'
		| 'FLOW'
		| 'CATALOG'
		| 'MPM'
		| 'SPM'
		| 'VOICE_CALL'
		| 'ORDER_DETAILS'
		| 'PAYMENT_REQUEST'
		| 'REQUEST_CONTACT_INFO';
	text: string;
	url?: string;
	phone_number?: string;
	example?: string[];
	otp_type?: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP';
	flow_id?: string;
	flow_action?: 'NAVIGATE' | 'DATA_EXCHANGE';
	navigate_screen?: string;
	icon?: string;
	autofill_text?: string;
	payment_setting?: { type: 'boleto' | 'payment_link' | 'pix_dynamic_code' };
	supported_apps?: Array<{ package_name: string; signature_hash: string }>;
}

/** A component of a template definition. */
export interface TemplateDefinitionComponent {
	type:
		| 'HEADER'
		| 'BODY'
		| 'FOOTER'
		| 'BUTTONS'
		| 'CAROUSEL'
		| 'LIMITED_TIME_OFFER'
		| 'CALL_PERMISSION_REQUEST';
	format?: 'TEXT' | 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION' | 'GIF' | 'PRODUCT';
	text?: string;
	example?: Record<string, unknown>;
	buttons?: TemplateButton[];
	cards?: Array<{ components: TemplateDefinitionComponent[] }>;
	add_security_recommendation?: boolean;
	code_expiration_minutes?: number;
	limited_time_offer?: { text: string; has_expiration: boolean };
}

/** A message template. */
export interface Template {
	id: string;
	name: string;
	language: string;
	status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED' | 'ARCHIVED';
	category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';
	parameter_format: 'POSITIONAL' | 'NAMED';
	components: TemplateDefinitionComponent[];
	rejected_reason?: string;
	/** Set for templates about orders. */
	sub_category?: 'CUSTOM' | 'ORDER_DETAILS' | 'ORDER_STATUS' | 'RICH_ORDER_STATUS';
	previous_category?: Template['category'];
	quality_score?: { score: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'; date: number };
	message_send_ttl_seconds?: number;
	cta_url_link_tracking_opted_out?: boolean;
	degrees_of_freedom_spec?: Record<string, unknown>;
	library_template_name?: string;
	display_format?: 'ORDER_DETAILS';
	/** The most that a delivery costs. */
	optimization_spec?: { bid_amount: number; bid_strategy: string };
	/** Set for a template that Direct Send has made. */
	source?: 'AUTO_GENERATED';
}
