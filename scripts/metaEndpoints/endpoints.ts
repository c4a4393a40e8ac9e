/** An endpoint of Meta's documentation. */
export interface DocumentedEndpoint {
	/** E.g. `POST /{phoneNumber}/messages`, or `POST api.facebook.com/{waba}/…` on Meta's other host. */
	endpoint: string;
	page: string;
	/** What calls it, if no operation does with its first request. */
	instead?: string;
}

const guides = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/';
const graph = 'https://developers.facebook.com/docs/graph-api/';
const marketing = 'https://developers.facebook.com/docs/marketing-api/';

/** No operation has it. */
const raw = 'Raw API';

/** Pages, and the endpoints that they document. Written by hand from Meta's OpenAPI file and its pages. */
const pages: Array<{ page: string; instead?: string; endpoints: string[] }> = [
	// Messages and calls
	{
		page: `${guides}reference/whatsapp-business-phone-number/message-api`,
		endpoints: ['POST /{phoneNumber}/messages'],
	},
	{
		page: `${guides}reference/whatsapp-business-phone-number/marketing-messages-api-for-whatsapp`,
		endpoints: ['POST /{phoneNumber}/marketing_messages'],
	},
	{
		page: `${guides}reference/whatsapp-business-phone-number/encrypted-messages-api`,
		instead: raw,
		endpoints: ['POST /{phoneNumber}/messages_encrypted'],
	},
	{
		page: `${guides}reference/message-history/whatsapp-business-message-history-events-api`,
		endpoints: ['GET /{messageHistory}/events'],
	},
	{
		page: `${guides}reference/whatsapp-business-phone-number/whatsapp-business-account-message-history-api`,
		endpoints: ['GET /{phoneNumber}/message_history'],
	},
	{
		page: `${guides}business-phone-numbers/media`,
		endpoints: ['POST /{phoneNumber}/media', 'GET /{media}', 'DELETE /{media}'],
	},
	{
		page: `${guides}business-phone-numbers/media#download-media`,
		instead: 'Media: Download',
		endpoints: ['GET /{mediaUrl}'],
	},
	{ page: `${graph}guides/upload`, endpoints: ['POST /{app}/uploads'] },
	{
		page: `${graph}guides/upload`,
		instead: 'Media: Create Header Handle',
		endpoints: ['GET /{uploadSession}', 'POST /{uploadSession}'],
	},
	{
		page: `${guides}calling/user-call-permissions`,
		endpoints: ['GET /{phoneNumber}/call_permissions'],
	},
	{
		page: `${guides}calling/business-initiated-calls`,
		endpoints: ['POST /{phoneNumber}/calls'],
	},
	{
		page: `${guides}block-users`,
		endpoints: [
			'GET /{phoneNumber}/block_users',
			'POST /{phoneNumber}/block_users',
			'DELETE /{phoneNumber}/block_users',
		],
	},
	// Groups
	{
		page: `${guides}groups/reference`,
		endpoints: [
			'GET /{phoneNumber}/groups',
			'POST /{phoneNumber}/groups',
			'GET /{group}',
			'POST /{group}',
			'DELETE /{group}',
			'GET /{group}/invite_link',
			'POST /{group}/invite_link',
			'GET /{group}/join_requests',
			'POST /{group}/join_requests',
			'DELETE /{group}/join_requests',
			'DELETE /{group}/participants',
		],
	},
	{
		page: `${guides}groups/reference`,
		instead: raw,
		endpoints: ['DELETE /{group}/invite_link', 'POST /{group}/participants'],
	},
	// Templates
	{
		page: `${guides}templates/template-management`,
		endpoints: [
			'GET /{waba}/message_templates',
			'POST /{waba}/message_templates',
			'DELETE /{waba}/message_templates',
			'GET /{template}',
			'POST /{template}',
		],
	},
	{
		page: `${guides}templates/template-archival`,
		endpoints: [
			'POST api.facebook.com/{waba}/message_templates/archive',
			'POST api.facebook.com/{waba}/message_templates/unarchive',
		],
	},
	{ page: `${guides}templates/template-comparison`, endpoints: ['GET /{template}/compare'] },
	{ page: `${guides}templates/template-pacing`, endpoints: ['POST /{template}/unpause'] },
	{ page: `${guides}templates/template-library`, endpoints: ['GET /message_template_library'] },
	{
		page: `${guides}templates/template-migration`,
		endpoints: ['POST /{waba}/migrate_message_templates'],
	},
	{
		page: `${guides}templates/authentication-templates/bulk-management`,
		endpoints: ['POST /{waba}/upsert_message_templates'],
	},
	{
		page: `${guides}templates/authentication-templates/authentication-templates#template-previews`,
		endpoints: ['GET /{waba}/message_template_previews'],
	},
	{
		page: `${guides}templates/template-groups`,
		endpoints: [
			'GET /{waba}/template_groups',
			'POST /{waba}/template_groups',
			'GET /{templateGroup}',
			'POST /{templateGroup}',
			'DELETE /{templateGroup}',
		],
	},
	// Flows
	{
		page: `${guides}flows/reference/flowsapi`,
		endpoints: [
			'GET /{waba}/flows',
			'POST /{waba}/flows',
			'POST /{waba}/migrate_flows',
			'GET /{flow}',
			'POST /{flow}',
			'DELETE /{flow}',
			'GET /{flow}/assets',
			'POST /{flow}/assets',
			'POST /{flow}/publish',
			'POST /{flow}/deprecate',
		],
	},
	{
		page: `${guides}flows/guides/whatsapp-business-encryption`,
		endpoints: [
			'GET /{phoneNumber}/whatsapp_business_encryption',
			'POST /{phoneNumber}/whatsapp_business_encryption',
		],
	},
	// Phone numbers
	{
		page: `${guides}reference/whatsapp-business-phone-number/whatsapp-business-account-phone-number-api`,
		endpoints: ['GET /{phoneNumber}', 'POST /{phoneNumber}'],
	},
	{
		page: `${guides}business-phone-numbers/phone-numbers`,
		endpoints: [
			'GET /{waba}/phone_numbers',
			'POST /{waba}/phone_numbers',
			'POST /{phoneNumber}/request_code',
			'POST /{phoneNumber}/verify_code',
		],
	},
	{
		page: `${guides}business-phone-numbers/registration`,
		endpoints: ['POST /{phoneNumber}/register', 'POST /{phoneNumber}/deregister'],
	},
	{
		page: `${guides}reference/whatsapp-business-phone-number/settings-api`,
		endpoints: ['GET /{phoneNumber}/settings', 'POST /{phoneNumber}/settings'],
	},
	{
		page: `${guides}business-phone-numbers/conversational-components`,
		endpoints: ['POST /{phoneNumber}/conversational_automation'],
	},
	{
		page: `${guides}business-phone-numbers/business-profiles`,
		endpoints: [
			'GET /{phoneNumber}/whatsapp_business_profile',
			'POST /{phoneNumber}/whatsapp_business_profile',
		],
	},
	{
		page: `${guides}qr-codes`,
		endpoints: [
			'GET /{phoneNumber}/message_qrdls',
			'POST /{phoneNumber}/message_qrdls',
			'GET /{phoneNumber}/message_qrdls/{code}',
			'DELETE /{phoneNumber}/message_qrdls/{code}',
		],
	},
	{
		page: `${guides}official-business-accounts`,
		endpoints: [
			'GET /{phoneNumber}/official_business_account',
			'POST /{phoneNumber}/official_business_account',
		],
	},
	{
		page: `${guides}reference/whatsapp-business-phone-number/business-compliance-information-api`,
		endpoints: [
			'GET /{phoneNumber}/business_compliance_info',
			'POST /{phoneNumber}/business_compliance_info',
		],
	},
	{
		page: `${guides}business-scoped-user-ids`,
		endpoints: [
			'GET /{phoneNumber}/username',
			'POST /{phoneNumber}/username',
			'DELETE /{phoneNumber}/username',
			'GET /{phoneNumber}/username_suggestions',
			'DELETE /{phoneNumber}/requested_username',
			'GET api.facebook.com/{portfolio}/parent-bsuid-accounts',
		],
	},
	// Accounts
	{
		page: `${guides}reference/whatsapp-business-account/whatsapp-business-account-api`,
		endpoints: ['GET /{waba}', 'POST /{waba}'],
	},
	{
		page: `${guides}reference/whatsapp-business-account/subscribed-apps-api`,
		endpoints: [
			'GET /{waba}/subscribed_apps',
			'POST /{waba}/subscribed_apps',
			'DELETE /{waba}/subscribed_apps',
		],
	},
	{
		page: `${guides}reference/whatsapp-business-account/assigned-users-management-api`,
		endpoints: [
			'GET /{waba}/assigned_users',
			'POST /{waba}/assigned_users',
			'DELETE /{waba}/assigned_users',
		],
	},
	{
		page: `${guides}reference/whatsapp-business-account/whatsapp-business-account-activities-api`,
		instead: raw,
		endpoints: ['GET /{waba}/activities'],
	},
	{
		page: `${guides}reference/whatsapp-business-account/schedules-api`,
		instead: raw,
		endpoints: ['GET /{waba}/schedules', 'POST /{waba}/schedules'],
	},
	{ page: `${graph}reference/user`, endpoints: ['GET /{user}'] },
	{
		page: `${guides}reference/user/assigned-whatsapp-business-accounts-api`,
		instead: 'the list of accounts in the editor',
		endpoints: ['GET /{user}/assigned_whatsapp_business_accounts'],
	},
	{
		page: `${guides}reference/business/business-account-api`,
		instead: raw,
		endpoints: ['GET /{portfolio}'],
	},
	{
		page: `${guides}solution-providers/manage-accounts`,
		endpoints: [
			'GET /{portfolio}/owned_whatsapp_business_accounts',
			'GET /{portfolio}/client_whatsapp_business_accounts',
		],
	},
	{
		page: `${guides}reference/whatsapp-account-number/whatsapp-account-number-api`,
		instead: raw,
		endpoints: ['GET /{accountNumber}'],
	},
	{
		page: `${guides}reference/whatsapp-business-bot/bot-details-api`,
		instead: raw,
		endpoints: ['GET /{bot}'],
	},
	{
		page: `${graph}reference/whats-app-business-profile`,
		instead: raw,
		endpoints: ['GET /{profile}', 'POST /{profile}'],
	},
	{
		page: `${guides}pricing/change-billing-currency`,
		instead: raw,
		endpoints: ['POST /{waba}/set_payment_method_migration_intent'],
	},
	{
		page: `${guides}marketing-messages/pricing`,
		instead: raw,
		endpoints: ['GET /{waba}/reachestimate'],
	},
	{
		page: `${guides}ctwa/welcome-message-sequences`,
		instead: raw,
		endpoints: [
			'GET /{waba}/welcome_message_sequences',
			'POST /{waba}/welcome_message_sequences',
			'DELETE /{waba}/welcome_message_sequences',
		],
	},
	// Products and payments
	{
		page: `${guides}catalogs/sell-products-and-services/set-commerce-settings`,
		endpoints: [
			'GET /{phoneNumber}/whatsapp_commerce_settings',
			'POST /{phoneNumber}/whatsapp_commerce_settings',
		],
	},
	{
		page: `${graph}reference/whats-app-business-account/product_catalogs`,
		endpoints: ['GET /{waba}/product_catalogs'],
	},
	{
		page: `${marketing}reference/product-catalog/products`,
		endpoints: ['GET /{catalog}/products'],
	},
	{
		page: `${guides}payments/payments-in/onboarding-apis`,
		endpoints: [
			'GET /{waba}/payment_configurations',
			'GET /{waba}/payment_configuration/{name}',
			'POST /{waba}/payment_configuration',
			'POST /{waba}/payment_configuration/{name}',
			'DELETE /{waba}/payment_configuration',
			'POST /{waba}/generate_payment_configuration_oauth_link',
		],
	},
	{
		page: `${guides}payments/payments-in/pg`,
		endpoints: [
			'GET /{phoneNumber}/payments/{configuration}/{reference}',
			'POST /{phoneNumber}/payments_refund',
		],
	},
	// Onboarding and partners
	{
		page: `${guides}embedded-signup/onboarding-customers-as-a-tech-provider`,
		endpoints: ['GET /oauth/access_token'],
	},
	{ page: `${graph}reference/debug_token`, endpoints: ['GET /debug_token'] },
	{
		page: `${guides}embedded-signup/onboarding-business-app-users`,
		instead: raw,
		endpoints: ['POST /{phoneNumber}/smb_app_data'],
	},
	{
		page: `${guides}in-app-signup`,
		instead: raw,
		endpoints: ['GET /{waba}/signups', 'POST /{waba}/signups'],
	},
	{
		page: `${guides}embedded-signup/pre-verified-numbers`,
		instead: raw,
		endpoints: [
			'POST /{portfolio}/add_phone_numbers',
			'GET /{portfolio}/preverified_numbers',
			'POST /{portfolio}/share_preverified_numbers',
			'GET /{preVerifiedNumber}',
			'DELETE /{preVerifiedNumber}',
			'GET /{preVerifiedNumber}/partners',
			'POST /{preVerifiedNumber}/request_code',
			'POST /{preVerifiedNumber}/verify_code',
		],
	},
	{
		page: `${guides}solution-providers/multi-partner-solutions`,
		instead: raw,
		endpoints: [
			'GET /{app}/connected_client_businesses',
			'POST /{app}/whatsapp_business_solution',
			'GET /{app}/whatsapp_business_solutions',
			'GET /{waba}/solutions',
			'GET /{solution}',
			'GET /{solution}/access_token',
			'POST /{solution}/accept',
			'POST /{solution}/reject',
			'POST /{solution}/send_deactivation_request',
			'POST /{solution}/accept_deactivation_request',
			'POST /{solution}/reject_deactivation_request',
		],
	},
	{
		page: `${guides}reference/whatsapp-business-account-migration-intent/migration-intent-details-api`,
		instead: raw,
		endpoints: ['GET /{migrationIntent}', 'POST /{waba}/set_solution_migration_intent'],
	},
	{
		page: `${graph}reference/whats-app-business-account`,
		instead: raw,
		endpoints: [
			'GET /{waba}/in_progress_onbehalf_request',
			'POST /{waba}/obo_mobility_intent',
			'POST /{waba}/set_obo_mobility_intent',
			'GET /{mobilityIntent}',
		],
	},
	{
		page: `${guides}reference/business/whatsapp-business-partner-onboarding-to-mm-lite-api`,
		instead: raw,
		endpoints: ['POST /{portfolio}/onboard_partners_to_mm_lite'],
	},
	{
		page: `${guides}solution-providers/share-and-revoke-credit-lines`,
		instead: raw,
		endpoints: [
			'GET /{portfolio}/extendedcredits',
			'POST /{creditLine}/whatsapp_credit_sharing_and_attach',
		],
	},
	{
		page: `${guides}solution-providers/partner-led-business-verification`,
		instead: raw,
		endpoints: [
			'POST /{portfolio}/self_certify_whatsapp_business',
			'GET /{portfolio}/self_certified_whatsapp_business_submissions',
		],
	},
	{
		page: `${guides}solution-providers/manage-system-users`,
		instead: raw,
		endpoints: ['POST /{portfolio}/system_user_access_tokens'],
	},
	{
		page: `${guides}webhooks/overview`,
		instead: 'WhatsApp Business Trigger',
		endpoints: ['POST /{callbackUrl}'],
	},
];

export const documentedEndpoints: readonly DocumentedEndpoint[] = pages.flatMap(
	({ endpoints, ...about }) => endpoints.map((endpoint) => ({ endpoint, ...about })),
);
