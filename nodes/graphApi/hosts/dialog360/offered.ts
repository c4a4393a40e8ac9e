import type { Account } from '../../connection';
import type { Call, Refusal } from '../host';
import { anyId } from '../hostIds';
import { refusalOf } from '../offeredCalls';
import type { OfferedCalls } from '../offeredCalls';

/**
 * What 360dialog documents.
 * - https://docs.360dialog.com/docs/messaging-api
 * - https://docs.360dialog.com/partner/integration/waba-integration
 */
const offered = new Set([
	'GET phoneNumber/',
	'POST phoneNumber/messages',
	'POST phoneNumber/marketing_messages',
	'POST phoneNumber/media',
	'GET phoneNumber/whatsapp_business_profile',
	'POST phoneNumber/whatsapp_business_profile',
	'GET phoneNumber/block_users',
	'POST phoneNumber/block_users',
	'DELETE phoneNumber/block_users',
	'GET phoneNumber/groups',
	'POST phoneNumber/groups',
	'POST phoneNumber/calls',
	'GET phoneNumber/call_permissions',
	'GET phoneNumber/settings',
	'POST phoneNumber/settings',
	'POST phoneNumber/conversational_automation',
	'GET phoneNumber/business_compliance_info',
	'POST phoneNumber/business_compliance_info',
	// By the rule of the guide, which leaves the number out of Meta's paths. The reference does not name it.
	'GET phoneNumber/whatsapp_business_encryption',
	'POST phoneNumber/whatsapp_business_encryption',
	'GET waba/message_templates',
	'POST waba/message_templates',
	'DELETE waba/message_templates',
	'GET template/',
	'GET fixed/message_template_library',
	'GET waba/flows',
	'POST waba/flows',
	'GET flow/',
	'POST flow/',
	'DELETE flow/',
	'GET flow/assets',
	'POST flow/assets',
	'POST flow/publish',
	'POST flow/deprecate',
	'GET group/',
	'POST group/',
	'DELETE group/',
	'GET group/invite_link',
	'POST group/invite_link',
	'GET group/join_requests',
	'POST group/join_requests',
	'DELETE group/join_requests',
	'DELETE group/participants',
	'GET media/',
	'DELETE media/',
	'POST app/uploads',
	'GET upload/',
	'POST upload/',
	// The trigger's own, which Meta does not have.
	'GET fixed/v1/configs/webhook',
	'POST fixed/v1/configs/webhook',
]);

const inHub = 'Use the 360dialog Hub for this.';
const inManager = "Use Meta's WhatsApp Manager for this, or a credential whose host is Meta.";
const withMeta = 'Use a credential whose host is Meta.';

/** What 360dialog offers nothing for, with the beginnings of its edges. */
const notOffered: OfferedCalls['notOffered'] = [
	{
		edges: [
			'phoneNumber/register',
			'phoneNumber/deregister',
			'phoneNumber/request_code',
			'phoneNumber/verify_code',
			'waba/phone_numbers',
		],
		what: '360dialog adds, verifies and registers numbers itself.',
		todo: inHub,
	},
	{
		edges: ['waba/subscribed_apps', 'app/subscriptions'],
		what: "360dialog subscribes an app of its own to Meta's webhooks.",
		todo: "Use the WhatsApp Business Trigger: it registers the workflow's URL with 360dialog.",
	},
	{
		edges: ['phoneNumber/message_qrdls'],
		what: '360dialog does not offer QR codes or short links.',
		todo: inManager,
	},
	{
		edges: ['phoneNumber/whatsapp_commerce_settings', 'waba/product_catalogs', 'catalog'],
		what: '360dialog does not offer products or commerce settings.',
		todo: 'Change the settings in the 360dialog Hub, and products in the Commerce Manager of Meta.',
	},
	{
		edges: [
			'phoneNumber/username',
			'phoneNumber/requested_username',
			'phoneNumber/username_suggestions',
		],
		what: '360dialog does not offer usernames.',
		todo: inManager,
	},
	{
		edges: ['phoneNumber/official_business_account'],
		what: '360dialog does not offer applications for an Official Business Account.',
		todo: inManager,
	},
	{
		edges: [
			'phoneNumber/payments',
			'phoneNumber/payments_refund',
			'waba/payment_configuration',
			'waba/payment_configurations',
			'waba/generate_payment_configuration_oauth_link',
		],
		what: '360dialog does not offer payments.',
		todo: withMeta,
	},
	{
		edges: [
			'template',
			'waba/message_template_previews',
			'waba/upsert_message_templates',
			'waba/migrate_message_templates',
		],
		what: 'Through 360dialog, templates can only be listed, read, created and deleted.',
		todo: inManager,
	},
	{
		edges: ['waba/template_groups', 'templateGroup'],
		what: '360dialog does not offer template groups.',
		todo: inManager,
	},
	{
		edges: ['fixed/me', 'fixed/debug_token', 'fixed/oauth', 'business'],
		what: '360dialog has API keys instead of access tokens, so there is no token, user or business to ask about.',
		todo: 'Look in the 360dialog Hub, or use a credential whose host is Meta.',
	},
	{
		edges: ['phoneNumber'],
		what: '360dialog does not offer this for a number.',
		todo: 'Look for it in the 360dialog Hub, or use a credential whose host is Meta.',
	},
	{
		edges: ['waba'],
		what: '360dialog does not offer calls for the account or its statistics.',
		todo: 'Look in the 360dialog Hub, or use a credential whose host is Meta.',
	},
];

const undocumented: Refusal = { what: '360dialog does not offer this.', todo: withMeta };

/** Why 360dialog does not offer a call. A path that the user typed is only checked for what none has. */
export function refusal(call: Call, account: Account): Refusal | undefined {
	if (call.on === 'typed') return wrongStart(call, account);
	return refusalOf(call, { offered, notOffered, undocumented });
}

function wrongStart({ path }: Call, { phoneNumberId }: Account): Refusal | undefined {
	const [, first = ''] = path.split('/');
	if (first !== anyId && (first === '' || first !== phoneNumberId)) return undefined;
	return {
		what: 'The path begins with the ID of the number or the account, which paths of 360dialog never have.',
		todo: 'Enter only what comes after it, e.g. /messages.',
	};
}
