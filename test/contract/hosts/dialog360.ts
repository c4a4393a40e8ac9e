import { business } from '../../../simulator/business';
import type { EdgeContract, HostContract } from './hostContract';

const inHub: EdgeContract = {
	refused: '360dialog adds, verifies and registers numbers itself.',
};
const ownApp: EdgeContract = {
	refused: "360dialog subscribes an app of its own to Meta's webhooks.",
};
const noCodes: EdgeContract = {
	refused: '360dialog does not offer QR codes or short links.',
};
const noShop: EdgeContract = {
	refused: '360dialog does not offer products or commerce settings.',
};
const noUsernames: EdgeContract = { refused: '360dialog does not offer usernames.' };
const noBadge: EdgeContract = {
	refused: '360dialog does not offer applications for an Official Business Account.',
};
const noPayments: EdgeContract = { refused: '360dialog does not offer payments.' };
const fewOfTemplates: EdgeContract = {
	refused: 'Through 360dialog, templates can only be listed, read, created and deleted.',
};
const noTemplateGroups: EdgeContract = {
	refused: '360dialog does not offer template groups.',
};
const noToken: EdgeContract = {
	refused:
		'360dialog has API keys instead of access tokens, so there is no token, user or business to ask about.',
};
const notOfNumber: EdgeContract = { refused: '360dialog does not offer this for a number.' };
const noAccount: EdgeContract = {
	refused: '360dialog does not offer calls for the account or its statistics.',
};
const onlyMetas: EdgeContract = {
	refused: 'Only Meta offers this, and the host of the credential is 360dialog.',
};
const other: EdgeContract = { refused: '360dialog does not offer this.' };
const onlyCallSettings = '360dialog offers only the call settings of a number.';

const allLanguages = '360dialog deletes a template in all its languages at once, by its name.';
const withNumber =
	'The path begins with the ID of the number or the account, which paths of 360dialog never have.';

const sort = 'business_templates.name';
const allTemplates = { limit: 1000, offset: 0, sort };

/**
 * - https://docs.360dialog.com/partner/integration/waba-integration
 * - https://docs.360dialog.com/docs/messaging-api
 */
export const host: HostContract = {
	name: '360dialog',
	credential: {
		host: 'dialog360',
		accessToken: '',
		apiKey: business.dialog360ApiKey,
		phoneNumberId: business.phoneNumbers[0].id,
	},
	edges: {
		'POST phoneNumber/messages': { sent: 'POST /messages' },
		'POST phoneNumber/marketing_messages': { sent: 'POST /marketing_messages' },
		'GET message/': other,

		'POST phoneNumber/media': { sent: 'POST /media' },
		'GET media/': { sent: 'as it is', withoutQuery: ['phone_number_id'] },
		'DELETE media/': { sent: 'as it is', withoutQuery: ['phone_number_id'] },
		'POST app/uploads': { sent: 'POST /uploads' },

		'GET waba/message_templates': {
			sent: 'GET /v1/configs/templates',
			queries: {
				'template.getMany: smallest': { limit: 50, offset: 0, sort },
				'template.getMany: fullest': allTemplates,
				'template.getMany: languages as a list from an expression': allTemplates,
				'template.getStatus: fullest': allTemplates,
				'template.getStatus: every language of a name': allTemplates,
			},
			refusedCases: {
				'template.getMany: those of Direct Send, with the fields of templates':
					"360dialog's list of templates does not say where a template comes from.",
			},
		},
		'POST waba/message_templates': { sent: 'POST /v1/configs/templates' },
		'DELETE waba/message_templates': {
			sent: 'DELETE /v1/configs/templates/order_confirmation',
			withoutQuery: ['name'],
			refusedCases: {
				'template.delete: fullest': allLanguages,
				'template.delete: several templates by their IDs': allLanguages,
			},
		},
		'GET template/': {
			sent: 'GET /v1/configs/templates',
			queries: {
				'template.get: smallest': allTemplates,
				'template.get: fullest': allTemplates,
				'template.get: the former name of the maximum price in a saved workflow': allTemplates,
				'template.getStatus: smallest': allTemplates,
			},
		},
		'POST template/': fewOfTemplates,
		'GET template/compare': fewOfTemplates,
		'POST template/unpause': fewOfTemplates,
		'GET fixed/message_template_library': { sent: 'as it is' },
		'GET waba/message_template_previews': fewOfTemplates,
		'POST waba/upsert_message_templates': fewOfTemplates,
		'POST waba/migrate_message_templates': fewOfTemplates,
		'POST api waba/message_templates/archive': onlyMetas,
		'POST api waba/message_templates/unarchive': onlyMetas,
		'GET waba/template_groups': noTemplateGroups,
		'POST waba/template_groups': noTemplateGroups,
		'GET templateGroup/': noTemplateGroups,
		'POST templateGroup/': noTemplateGroups,
		'DELETE templateGroup/': noTemplateGroups,

		'GET waba/flows': { sent: 'GET /flows' },
		'POST waba/flows': { sent: 'POST /flows' },
		'GET flow/': { sent: 'GET /flows/{id}' },
		'POST flow/': { sent: 'POST /flows/{id}' },
		'DELETE flow/': { sent: 'DELETE /flows/{id}' },
		'GET flow/assets': { sent: 'GET /flows/{id}/assets' },
		'POST flow/assets': { sent: 'POST /flows/{id}/assets' },
		'POST flow/publish': { sent: 'POST /flows/{id}/publish' },
		'POST flow/deprecate': { sent: 'POST /flows/{id}/deprecate' },
		'POST waba/migrate_flows': noAccount,
		'GET phoneNumber/whatsapp_business_encryption': { sent: 'GET /whatsapp_business_encryption' },
		'POST phoneNumber/whatsapp_business_encryption': { sent: 'POST /whatsapp_business_encryption' },

		'GET phoneNumber/': {
			sent: 'GET /health_status',
			queries: { 'phoneNumber.get: fullest': { fields: 'display_phone_number,username' } },
		},
		'POST phoneNumber/': notOfNumber,
		'GET phoneNumber/settings': {
			sent: 'GET /calling/settings',
			refusedCases: { 'phoneNumber.getSettings: fullest': onlyCallSettings },
		},
		'POST phoneNumber/settings': {
			sent: 'POST /calling/settings',
			refusedCases: {
				'phoneNumber.updateSettings: payload encryption': onlyCallSettings,
				'phoneNumber.updateSettings: payload encryption with the key as PEM text': onlyCallSettings,
				'phoneNumber.updateSettings: no payload encryption': onlyCallSettings,
				'phoneNumber.updateSettings: identity change check': onlyCallSettings,
				'phoneNumber.updateSettings: storage in one country': onlyCallSettings,
				'phoneNumber.updateSettings: storage anywhere': onlyCallSettings,
				'phoneNumber.updateSettings: no storage': onlyCallSettings,
			},
		},
		'GET phoneNumber/whatsapp_business_profile': { sent: 'GET /whatsapp_business_profile' },
		'POST phoneNumber/whatsapp_business_profile': { sent: 'POST /whatsapp_business_profile' },
		'GET phoneNumber/block_users': { sent: 'GET /block_users' },
		'POST phoneNumber/block_users': { sent: 'POST /block_users' },
		'DELETE phoneNumber/block_users': { sent: 'DELETE /block_users' },
		'POST phoneNumber/conversational_automation': { sent: 'POST /conversational_automation' },
		'GET phoneNumber/business_compliance_info': { sent: 'GET /business_compliance_info' },
		'POST phoneNumber/business_compliance_info': { sent: 'POST /business_compliance_info' },
		'POST phoneNumber/calls': { sent: 'POST /calling/calls' },
		'GET phoneNumber/call_permissions': {
			sent: 'GET /calling/permissions/16505551234',
			withoutQuery: ['user_wa_id'],
			refusedCases: {
				'call.getPermissions: fullest': '360dialog looks up call permissions by phone number only.',
			},
		},

		'GET phoneNumber/groups': { sent: 'GET /groups' },
		'POST phoneNumber/groups': { sent: 'POST /groups' },
		'GET group/': { sent: 'GET /groups/{id}' },
		'POST group/': { sent: 'POST /groups/{id}' },
		'DELETE group/': { sent: 'DELETE /groups/{id}' },
		'GET group/invite_link': { sent: 'GET /groups/{id}/invite_link' },
		'POST group/invite_link': { sent: 'POST /groups/{id}/invite_link' },
		'GET group/join_requests': { sent: 'GET /groups/{id}/join_requests' },
		'POST group/join_requests': { sent: 'POST /groups/{id}/join_requests' },
		'DELETE group/join_requests': { sent: 'DELETE /groups/{id}/join_requests' },
		'DELETE group/participants': { sent: 'DELETE /groups/{id}/participants' },

		'GET waba/phone_numbers': inHub,
		'POST waba/phone_numbers': inHub,
		'POST phoneNumber/request_code': inHub,
		'POST phoneNumber/verify_code': inHub,
		'POST phoneNumber/register': inHub,
		'POST phoneNumber/deregister': inHub,
		'POST phoneNumber/contacts': notOfNumber,
		'GET phoneNumber/message_history': notOfNumber,
		'GET messageHistory/events': other,
		'GET phoneNumber/official_business_account': noBadge,
		'POST phoneNumber/official_business_account': noBadge,
		'GET phoneNumber/username': noUsernames,
		'POST phoneNumber/username': noUsernames,
		'DELETE phoneNumber/username': noUsernames,
		'GET phoneNumber/username_suggestions': noUsernames,
		'DELETE phoneNumber/requested_username': noUsernames,
		'GET phoneNumber/message_qrdls': noCodes,
		'POST phoneNumber/message_qrdls': noCodes,
		'GET phoneNumber/message_qrdls/*': noCodes,
		'DELETE phoneNumber/message_qrdls/*': noCodes,

		'GET waba/product_catalogs': noShop,
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

		'GET waba/': noAccount,
		'POST waba/': noAccount,
		'GET waba/assigned_users': noAccount,
		'POST waba/assigned_users': noAccount,
		'DELETE waba/assigned_users': noAccount,
		'GET business/client_whatsapp_business_accounts': noToken,
		'GET business/owned_whatsapp_business_accounts': noToken,
		'GET api business/parent-bsuid-accounts': onlyMetas,
		'GET fixed/me': noToken,
		'GET fixed/debug_token': noToken,
		'GET fixed/oauth/access_token': noToken,
		'GET waba/subscribed_apps': ownApp,
		'POST waba/subscribed_apps': ownApp,
		'DELETE waba/subscribed_apps': ownApp,

		platform: { refused: 'Only Kapso offers this, and the host of the credential is 360dialog.' },

		'GET typed': { sent: 'as it is', refusedCases: { 'rawApi.get: smallest': withNumber } },
		'POST typed': { sent: 'as it is', refusedCases: { 'rawApi.post: fullest': withNumber } },
		'PUT typed': { sent: 'as it is' },
		'PATCH typed': { sent: 'as it is' },
		'DELETE typed': { sent: 'as it is' },
		'GET api typed': onlyMetas,
		'POST api typed': onlyMetas,
	},
};
