import { z } from 'zod';

/** An enumeration that Meta accepts in any case. */
function anyCase<const Values extends [string, ...string[]]>(values: Values) {
	return z
		.string()
		.transform((text) => text.toUpperCase())
		.pipe(z.enum(values));
}

const category = anyCase(['AUTHENTICATION', 'MARKETING', 'UTILITY']);

const namedParams = z.array(z.object({ param_name: z.string(), example: z.string() }));

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/payment-request-cta */
export const paymentSetting = z.discriminatedUnion('type', [
	z.strictObject({
		type: z.literal('boleto'),
		boleto: z.strictObject({ digitable_line: z.string().min(1) }),
	}),
	z.strictObject({
		type: z.literal('payment_link'),
		payment_link: z.strictObject({ uri: z.url() }),
	}),
	z.strictObject({
		type: z.literal('pix_dynamic_code'),
		pix_dynamic_code: z.strictObject({ code: z.string().min(1) }),
	}),
]);

const button = z.looseObject({
	type: anyCase([
		'CATALOG',
		'COPY_CODE',
		'FLOW',
		'MPM',
		'ORDER_DETAILS',
		'OTP',
		'PAYMENT_REQUEST',
		'PHONE_NUMBER',
		'QUICK_REPLY',
		'REQUEST_CONTACT_INFO',
		'SPM',
		'URL',
		'VOICE_CALL',
	]),
	text: z.string().optional(),
	url: z.string().optional(),
	phone_number: z.string().optional(),
	example: z.union([z.string().transform((text) => [text]), z.array(z.string())]).optional(),
	flow_id: z.coerce.string().optional(),
	flow_name: z.string().optional(),
	flow_json: z.string().optional(),
	flow_action: anyCase(['NAVIGATE', 'DATA_EXCHANGE']).optional(),
	navigate_screen: z.string().optional(),
	icon: anyCase(['DOCUMENT', 'PROMOTION', 'REVIEW']).optional(),
	otp_type: anyCase(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']).optional(),
	autofill_text: z.string().optional(),
	zero_tap_terms_accepted: z.boolean().optional(),
	supported_apps: z
		.array(z.object({ package_name: z.string(), signature_hash: z.string() }))
		.optional(),
	package_name: z.string().optional(),
	signature_hash: z.string().optional(),
	app_deep_link: z
		.strictObject({
			meta_app_id: z.union([z.number().int(), z.string().regex(/^\d+$/)]),
			android_deep_link: z.string().min(1),
			android_fallback_playstore_url: z.url(),
		})
		.optional(),
	payment_link_preview: z.boolean().optional(),
	payment_setting: paymentSetting.optional(),
});

const flatComponent = z.looseObject({
	type: anyCase([
		'BODY',
		'BUTTONS',
		'CALL_PERMISSION_REQUEST',
		'CAROUSEL',
		'FOOTER',
		'HEADER',
		'LIMITED_TIME_OFFER',
	]),
	format: anyCase(['DOCUMENT', 'GIF', 'IMAGE', 'LOCATION', 'PRODUCT', 'TEXT', 'VIDEO']).optional(),
	text: z.string().optional(),
	example: z
		.looseObject({
			header_text: z.array(z.string()).optional(),
			header_handle: z.array(z.string()).optional(),
			header_text_named_params: namedParams.optional(),
			body_text: z.array(z.array(z.string())).optional(),
			body_text_named_params: namedParams.optional(),
		})
		.optional(),
	buttons: z.array(button).optional(),
	add_security_recommendation: z.boolean().optional(),
	code_expiration_minutes: z.number().optional(),
	limited_time_offer: z
		.object({ text: z.string(), has_expiration: z.boolean().optional() })
		.optional(),
});

const component = flatComponent.extend({
	cards: z.array(z.object({ components: z.array(flatComponent) })).optional(),
});

const settings = {
	parameter_format: anyCase(['NAMED', 'POSITIONAL']).optional(),
	message_send_ttl_seconds: z.coerce.number().optional(),
	cta_url_link_tracking_opted_out: z.boolean().optional(),
	degrees_of_freedom_spec: z.record(z.string(), z.unknown()).optional(),
	/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/pricing */
	optimization_spec: z
		.strictObject({
			bid_amount: z.number().int().positive(),
			bid_strategy: z.literal('LOWEST_COST_WITH_BID_CAP'),
		})
		.optional(),
	bid_spec: z.undefined('Param bid_spec is not supported. Use optimization_spec.').optional(),
	display_format: anyCase(['ORDER_DETAILS']).optional(),
};

/** The body of `POST /{waba}/message_templates`. */
export const creationSchema = z.looseObject({
	name: z.string(),
	language: z.string(),
	category,
	sub_category: anyCase([
		'CUSTOM',
		'ORDER_DETAILS',
		'ORDER_STATUS',
		'RICH_ORDER_STATUS',
	]).optional(),
	/** Without effect since 2025-04-09. */
	allow_category_change: z.boolean().optional(),
	components: z.array(component).optional(),
	library_template_name: z.string().optional(),
	...settings,
});

/** The body of `POST /{template}`. */
export const editSchema = z.looseObject({
	category: category.optional(),
	components: z.array(component).optional(),
	...settings,
});

export type InputButton = z.infer<typeof button>;
/** A component from a request, with enumerations in capitals. */
export type InputComponent = z.infer<typeof component>;
