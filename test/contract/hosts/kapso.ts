import { business } from '../../../simulator/business';
import type { EdgeContract, HostContract } from './hostContract';

const asItIs: EdgeContract = { sent: 'as it is' };
const withNumber: EdgeContract = { sent: 'as it is', query: { phone_number_id: '{phone}' } };
const withAccount: EdgeContract = { sent: 'as it is', query: { business_account_id: '{waba}' } };

const noGroups: EdgeContract = { refused: 'Kapso does not offer groups.' };
const noCodes: EdgeContract = { refused: 'Kapso does not offer QR codes or short links.' };
const noToken: EdgeContract = {
	refused:
		'Kapso has API keys instead of access tokens, so there is no token, user or business to ask about.',
};
const ownApp: EdgeContract = {
	refused: "Kapso subscribes an app of its own to Meta's webhooks.",
};
const noHandles: EdgeContract = {
	refused: 'Kapso takes no file for the sample of a template or a profile picture, only its URL.',
};
const ownKey: EdgeContract = { refused: 'Kapso decrypts Flows itself, with a key of its own.' };
const noShop: EdgeContract = {
	refused: 'Kapso does not offer products or commerce settings.',
};
const noPayments: EdgeContract = { refused: 'Kapso does not offer payments.' };
const noUsernames: EdgeContract = { refused: 'Kapso does not offer usernames.' };
const onlyMetas: EdgeContract = {
	refused: 'Only Meta offers this, and the host of the credential is Kapso.',
};
const undocumented: EdgeContract = {
	refused: 'Kapso does not document this call, so it is not sent there.',
};

/**
 * - https://docs.kapso.ai/api/meta/whatsapp/whatsapp-api-overview
 * - https://docs.kapso.ai/api-reference/meta-proxy
 * - https://github.com/gokapso/whatsapp-cloud-api-js
 */
export const host: HostContract = {
	name: 'Kapso',
	credential: {
		host: 'kapso',
		accessToken: '',
		apiKey: 'kapso-key',
		phoneNumberId: business.phoneNumbers[0].id,
		businessAccountId: business.waba.id,
	},
	edges: {
		'POST phoneNumber/messages': asItIs,
		'GET message/': { sent: 'GET /{phone}/messages/{id}' },
		'POST phoneNumber/media': asItIs,
		'GET media/': withNumber,
		'DELETE media/': withNumber,

		'GET waba/message_templates': asItIs,
		'POST waba/message_templates': asItIs,
		'DELETE waba/message_templates': asItIs,
		'GET template/': { sent: 'GET /{waba}/message_templates/{id}' },
		'POST template/': { sent: 'POST /{waba}/message_templates', query: { hsm_id: '{id}' } },
		'GET template/compare': undocumented,
		'POST template/unpause': undocumented,
		'GET fixed/message_template_library': undocumented,
		'GET waba/message_template_previews': undocumented,
		'POST waba/upsert_message_templates': undocumented,
		'POST waba/migrate_message_templates': undocumented,
		'POST api waba/message_templates/archive': onlyMetas,
		'POST api waba/message_templates/unarchive': onlyMetas,
		'GET waba/template_groups': undocumented,
		'POST waba/template_groups': undocumented,
		'GET templateGroup/': undocumented,
		'POST templateGroup/': undocumented,
		'DELETE templateGroup/': undocumented,

		'GET waba/flows': asItIs,
		'POST waba/flows': asItIs,
		'GET flow/': withAccount,
		'POST flow/': withAccount,
		'DELETE flow/': withAccount,
		'GET flow/assets': withAccount,
		'POST flow/assets': withAccount,
		'POST flow/publish': withAccount,
		'POST flow/deprecate': withAccount,
		'POST waba/migrate_flows': undocumented,
		'GET phoneNumber/whatsapp_business_encryption': ownKey,
		'POST phoneNumber/whatsapp_business_encryption': ownKey,

		'GET waba/phone_numbers': asItIs,
		'POST waba/phone_numbers': undocumented,
		'GET phoneNumber/': asItIs,
		'POST phoneNumber/': undocumented,
		'GET phoneNumber/settings': asItIs,
		'POST phoneNumber/settings': asItIs,
		'POST phoneNumber/request_code': asItIs,
		'POST phoneNumber/verify_code': asItIs,
		'POST phoneNumber/register': asItIs,
		'POST phoneNumber/deregister': asItIs,
		'GET phoneNumber/whatsapp_business_profile': asItIs,
		'POST phoneNumber/whatsapp_business_profile': asItIs,
		'GET phoneNumber/block_users': asItIs,
		'POST phoneNumber/block_users': asItIs,
		'DELETE phoneNumber/block_users': asItIs,
		'POST phoneNumber/calls': asItIs,
		'GET phoneNumber/call_permissions': asItIs,
		'POST phoneNumber/contacts': undocumented,
		'POST phoneNumber/conversational_automation': undocumented,
		'GET phoneNumber/message_history': undocumented,
		'GET messageHistory/events': undocumented,
		'GET phoneNumber/business_compliance_info': undocumented,
		'POST phoneNumber/business_compliance_info': undocumented,
		'GET phoneNumber/official_business_account': undocumented,
		'POST phoneNumber/official_business_account': undocumented,
		'POST phoneNumber/marketing_messages': {
			refused: 'Kapso does not offer the Marketing Messages API.',
		},

		'GET phoneNumber/username': noUsernames,
		'POST phoneNumber/username': noUsernames,
		'DELETE phoneNumber/username': noUsernames,
		'GET phoneNumber/username_suggestions': noUsernames,
		'DELETE phoneNumber/requested_username': noUsernames,

		'GET phoneNumber/groups': noGroups,
		'POST phoneNumber/groups': noGroups,
		'GET group/': noGroups,
		'POST group/': noGroups,
		'DELETE group/': noGroups,
		'GET group/invite_link': noGroups,
		'POST group/invite_link': noGroups,
		'GET group/join_requests': noGroups,
		'POST group/join_requests': noGroups,
		'DELETE group/join_requests': noGroups,
		'DELETE group/participants': noGroups,

		'GET phoneNumber/message_qrdls': noCodes,
		'POST phoneNumber/message_qrdls': noCodes,
		'GET phoneNumber/message_qrdls/*': noCodes,
		'DELETE phoneNumber/message_qrdls/*': noCodes,

		'GET waba/product_catalogs': asItIs,
		'GET catalog/products': noShop,
		'GET phoneNumber/whatsapp_commerce_settings': noShop,
		'POST phoneNumber/whatsapp_commerce_settings': noShop,

		'GET phoneNumber/payments/*/*': noPayments,
		'POST phoneNumber/payments_refund': noPayments,
		'GET waba/payment_configurations': noPayments,
		'GET waba/payment_configuration/*': noPayments,
		'POST waba/payment_configuration': noPayments,
		'POST waba/payment_configuration/*': noPayments,
		'DELETE waba/payment_configuration': noPayments,
		'POST waba/generate_payment_configuration_oauth_link': noPayments,

		'GET waba/': undocumented,
		'POST waba/': undocumented,
		'GET waba/assigned_users': undocumented,
		'POST waba/assigned_users': undocumented,
		'DELETE waba/assigned_users': undocumented,
		'GET business/client_whatsapp_business_accounts': noToken,
		'GET business/owned_whatsapp_business_accounts': noToken,
		'GET api business/parent-bsuid-accounts': onlyMetas,
		'GET fixed/me': noToken,
		'GET fixed/debug_token': noToken,
		'GET fixed/oauth/access_token': noToken,
		'GET waba/subscribed_apps': ownApp,
		'POST waba/subscribed_apps': ownApp,
		'DELETE waba/subscribed_apps': ownApp,
		'POST app/uploads': noHandles,

		'GET typed': asItIs,
		'POST typed': asItIs,
		'PUT typed': asItIs,
		'PATCH typed': asItIs,
		'DELETE typed': asItIs,
		platform: asItIs,

		'GET api typed': onlyMetas,
		'POST api typed': onlyMetas,
	},
};
