import type { Call, Refusal } from '../host';
import { refusalOf } from '../offeredCalls';
import type { OfferedCalls } from '../offeredCalls';

/**
 * The calls that Kapso says its proxy passes on to Meta. Where Kapso has a call elsewhere, `translate` knows.
 * - https://docs.kapso.ai/api-reference/meta-proxy
 * - https://docs.kapso.ai/docs/whatsapp/typescript-sdk/introduction
 */
const offered = new Set([
	'GET phoneNumber/',
	'POST phoneNumber/messages',
	'POST phoneNumber/media',
	'GET phoneNumber/settings',
	'POST phoneNumber/settings',
	'POST phoneNumber/request_code',
	'POST phoneNumber/verify_code',
	'POST phoneNumber/register',
	'POST phoneNumber/deregister',
	'GET phoneNumber/whatsapp_business_profile',
	'POST phoneNumber/whatsapp_business_profile',
	'GET phoneNumber/block_users',
	'POST phoneNumber/block_users',
	'DELETE phoneNumber/block_users',
	'POST phoneNumber/calls',
	'GET phoneNumber/call_permissions',
	'GET waba/phone_numbers',
	'GET waba/message_templates',
	'POST waba/message_templates',
	'DELETE waba/message_templates',
	'GET waba/flows',
	'POST waba/flows',
	'GET waba/product_catalogs',
	'GET template/',
	'POST template/',
	'GET flow/',
	'POST flow/',
	'DELETE flow/',
	'GET flow/assets',
	'POST flow/assets',
	'POST flow/publish',
	'POST flow/deprecate',
	'GET media/',
	'DELETE media/',
	'GET message/',
]);

/** What Kapso offers nothing for, with the beginnings of its edges. */
const notOffered: OfferedCalls['notOffered'] = [
	{
		edges: ['group', 'phoneNumber/groups'],
		what: 'Kapso does not offer groups.',
		todo: 'Use a credential whose host is Meta.',
	},
	{
		edges: ['phoneNumber/message_qrdls'],
		what: 'Kapso does not offer QR codes or short links.',
		todo: "Create them in Meta's WhatsApp Manager, or use a credential whose host is Meta.",
	},
	{
		edges: ['fixed/me', 'fixed/debug_token', 'fixed/oauth', 'business'],
		what: 'Kapso has API keys instead of access tokens, so there is no token, user or business to ask about.',
		todo: 'Use a credential whose host is Meta. Kapso shows its numbers and customers in its dashboard.',
	},
	{
		edges: ['waba/subscribed_apps'],
		what: "Kapso subscribes an app of its own to Meta's webhooks.",
		todo: "Use the WhatsApp Business Trigger: it registers the workflow's URL with Kapso.",
	},
	{
		edges: ['app/uploads', 'upload'],
		what: 'Kapso takes no file for the sample of a template or a profile picture, only its URL.',
		todo: "Upload the file with 'Kapso Media: Ingest', with 'Header Handle' in 'Upload As', and enter the handle.",
	},
	{
		edges: ['phoneNumber/marketing_messages'],
		what: 'Kapso does not offer the Marketing Messages API.',
		todo: "Remove the option 'Marketing Messages API': the template is then sent like any other.",
	},
	{
		edges: ['phoneNumber/whatsapp_business_encryption'],
		what: 'Kapso decrypts Flows itself, with a key of its own.',
		todo: "Set up the encryption of the number with 'Kapso Flow: Set Up Encryption'.",
	},
	{
		edges: ['phoneNumber/whatsapp_commerce_settings', 'catalog'],
		what: 'Kapso does not offer products or commerce settings.',
		todo: "Use Meta's Commerce Manager, or a credential whose host is Meta.",
	},
	{
		edges: [
			'phoneNumber/payments',
			'phoneNumber/payments_refund',
			'waba/payment_configuration',
			'waba/payment_configurations',
			'waba/generate_payment_configuration_oauth_link',
		],
		what: 'Kapso does not offer payments.',
		todo: 'Use a credential whose host is Meta.',
	},
	{
		edges: [
			'phoneNumber/username',
			'phoneNumber/requested_username',
			'phoneNumber/username_suggestions',
		],
		what: 'Kapso does not offer usernames.',
		todo: "Set the username in Meta's WhatsApp Manager, or use a credential whose host is Meta.",
	},
];

const undocumented: Refusal = {
	what: 'Kapso does not document this call, so it is not sent there.',
	todo: "Use a credential whose host is Meta. To see whether Kapso passes the call on anyway, send it with the resource 'Raw API'.",
};

/** Why Kapso does not offer a call. A call that it does not document is refused; one that the user typed is sent. */
export function refusal(call: Call): Refusal | undefined {
	return refusalOf(call, { offered, notOffered, undocumented });
}
