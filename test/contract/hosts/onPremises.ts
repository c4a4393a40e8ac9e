import { business } from '../../../simulator/business';
import type { EdgeContract, HostContract } from './hostContract';

const missing = (what: string): EdgeContract => ({
	refused: `${what} do not exist in the On-Premises format.`,
});
const asItIs: EdgeContract = { sent: 'as it is' };
const onlyMetas: EdgeContract = {
	refused: 'Only Meta offers this, and the host of the credential is the On-Premises server.',
};
const ofAccount = missing('Calls for a WhatsApp Business Account');
const template = missing('Template operations');
const templates = missing('Template lists');
const templateGroups = missing('Template groups');
const flow = missing('Flows');
const flowKeys = missing('Flow encryption keys');
const portfolio = missing('Business portfolios');
const other = missing('Such calls');
const blocked = missing('Blocked users');
const payments = missing('Payments');
const joinRequests = missing('Requests to join a group');
const codes = missing('QR codes');
const usernames = missing('Usernames');
const shop = missing('Commerce settings');
const official = missing('Applications for an official business account');
const apps = missing('App subscriptions');

const refusal = (what: string) => `${what} do not exist in the On-Premises format.`;
const userId = refusal('Messages to a business-scoped user ID');
const directSend = refusal('Direct Send messages');
const identity = refusal('Recipient identity checks');
const orders = refusal('Order messages');
const products = refusal('Product messages');
const named = refusal('Templates with named variables');
const withComponent = (kind: string) => refusal(`Templates with a component '${kind}'`);
const withButton = (kind: string) => refusal(`Templates with a button '${kind}'`);

type Body = Readonly<Record<string, unknown>>;

/**
 * A message in the format; whole bodies are in the tests of messages.
 * https://developers.facebook.com/docs/whatsapp/on-premises/reference/messages
 */
function message({ to, text, template: sent, audio, type, ...meta }: Body): Body {
	const { preview_url, ...content } = (text ?? {}) as Body;
	const { voice, ...file } = (audio ?? {}) as Body;
	const { name, language, ...values } = (sent ?? {}) as Body;
	const { code } = (language ?? {}) as Body;
	const contents = [
		text !== undefined && { text: content, type: 'text' },
		preview_url !== undefined && { preview_url },
		sent !== undefined && {
			type: 'template',
			template: { namespace: 'ns_1', name, language: { policy: 'deterministic', code }, ...values },
		},
		audio !== undefined &&
			(voice ? { type: 'voice', voice: file } : { type: 'audio', audio: file }),
		// Meta's own examples leave the type out.
		type === undefined && meta.interactive !== undefined && { type: 'interactive' },
	];
	return Object.assign(
		{ ...meta, type, to: (to as string).replace('+', '') },
		...contents.filter((part) => part !== false),
	) as Body;
}

const groupId = 'Y2FwaV9ncm91cDoxNTU1MDc4Mzg4MToxMjAzNjM0MDQ2OTQyMzM4MjAZD';
const businessProfile = '/settings/business/profile';
const reset = [
	{ method: 'DELETE', path: `/groups/${groupId}/invite` },
	{ method: 'GET', path: `/groups/${groupId}/invite` },
];
const markedAsRead: EdgeContract = {
	sent: 'PUT /messages/wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUYzMjEzNDM2RTZGQ0MzMDJBRgA%3D',
	body: () => ({ status: 'read' }),
};
const noNumber =
	'To request a code, this server needs the country code, the number and its certificate.';
const setting = (name: string) => refusal(`Settings of a number such as '${name}'`);
const twoStep = 'POST /settings/account/two-step';
const callbackUrl = (url: string): EdgeContract => ({
	sent: 'PATCH /settings/application',
	body: () => ({ webhooks: { url } }),
});
const newUrl = callbackUrl('https://webhooks.example.com/whatsapp');

export const host: HostContract = {
	name: 'the On-Premises format',
	handle: 'picture is set',
	credential: {
		host: 'onPremises',
		accessToken: 'fixed-token',
		baseUrl: 'https://wa.example.com:9090',
		phoneNumberId: business.phoneNumbers[0].id,
		businessAccountId: business.waba.id,
		templateNamespace: 'ns_1',
	},
	edges: {
		'POST phoneNumber/messages': {
			sent: 'POST /messages',
			body: message,
			without: ['messaging_product', 'biz_opaque_callback_data'],
			others: {
				'message.markAsRead: smallest': markedAsRead,
				'message.markAsRead: typing indicator turned off': markedAsRead,
			},
			refusedCases: {
				'message.markAsRead: fullest': refusal('Typing indicators'),
				'message.markAsRead: example: typing indicator': refusal('Typing indicators'),
				'message.pin: *': refusal('Pinned messages'),
				'message.unpin: *': refusal('Pinned messages'),
				'message.sendAddressRequest: *': refusal('Address requests'),
				'message.sendButtons: to a business-scoped user ID': userId,
				'message.sendButtons: with Direct Send and buttons of both kinds': directSend,
				'message.sendButtons: with Direct Send and URL buttons only': directSend,
				'message.sendCallButton: with Direct Send': directSend,
				'message.sendCallButton: *': refusal('Call buttons'),
				'message.sendCallPermissionRequest: *': refusal('Call permission requests'),
				'message.sendCarousel: *': refusal('Carousels'),
				'message.sendCatalog: *': refusal('Catalog messages'),
				'message.sendContactInfoRequest: a person who hides the number': userId,
				'message.sendContactInfoRequest: *': refusal('Requests for contact information'),
				'message.sendCtaUrl: with Direct Send': directSend,
				'message.sendFlow: *': refusal('Flows'),
				'message.sendOrderDetails: *': orders,
				'message.sendOrderStatus: *': orders,
				'message.sendPayload: leaves everything as it was given': refusal(
					"Messages of the type 'new'",
				),
				'message.sendProduct: *': products,
				'message.sendProductList: *': products,
				'message.sendReaction: emoji ❤️': userId,
				'message.sendReaction: emoji 🇧🇷': userId,
				'message.sendReaction: emoji 1️⃣': userId,
				'message.sendReaction: emoji ☺': userId,
				'message.sendTemplate: an invitation to a group': identity,
				'message.sendTemplate: to a business-scoped user ID': userId,
				'message.sendTemplate: product header': refusal("Template values of the type 'product'"),
				'message.sendTemplate: catalog with the first product as picture': withButton('catalog'),
				'message.sendTemplate: example: catalog template': withButton('catalog'),
				'message.sendTemplate: Flow without data': withButton('flow'),
				'message.sendTemplate: example: Flow template': withButton('flow'),
				'message.sendTemplate: several products': withButton('mpm'),
				'message.sendTemplate: order details': withButton('order_details'),
				'message.sendTemplate: button: payment requests of all kinds':
					withButton('payment_request'),
				'message.sendTemplate: voice call': withButton('voice_call'),
				'message.sendTemplate: line breaks, tabs and runs of spaces as one space each':
					withComponent('carousel'),
				'message.sendTemplate: carousel': withComponent('carousel'),
				'message.sendTemplate: carousel of products': withComponent('carousel'),
				'message.sendTemplate: fullest': withComponent('limited_time_offer'),
				'message.sendTemplate: order status': withComponent('order_status'),
				'message.sendTemplate: named variables in header and body': named,
				'message.sendTemplate: amount and date with a name': named,
				'message.sendText: with the identity check': identity,
				'message.sendText: to a business-scoped user ID': userId,
				'message.sendText: with Direct Send, which needs no open window': directSend,
				'message.sendText: with Direct Send that was added and left empty': directSend,
				'message.sendText: with Direct Send, a lifetime and a template of its own': directSend,
				'message.sendText: a code with Direct Send': directSend,
				'message.sendText: with Direct Send, split into texts that it takes': directSend,
			},
		},
		'GET message/': missing('Calls for a sent message'),
		'POST phoneNumber/marketing_messages': missing('Messages through the Marketing Messages API'),
		'POST phoneNumber/contacts': { sent: 'POST /contacts' },

		'POST phoneNumber/media': {
			sent: 'POST /media',
			without: ['messaging_product', 'type', 'file'],
			text: "<ID of the uploaded binary 'data'>",
			others: {
				'media.upload: from a URL': {
					sent: 'POST /media',
					without: ['messaging_product', 'type', 'file'],
					text: '<the file at https://example.com/picture.jpg>',
				},
			},
			refusedCases: { 'media.upload: fullest': refusal('Media lifetimes') },
		},
		'GET media/': {
			response: {
				messaging_product: 'whatsapp',
				id: '{id}',
				url: 'https://wa.example.com:9090/v1/media/{id}',
			},
		},
		'DELETE media/': { sent: 'DELETE /media/{id}', withoutQuery: ['phone_number_id'] },
		'POST app/uploads': missing('Uploads to an app'),

		'GET phoneNumber/whatsapp_business_profile': {
			several: {
				'businessProfile.get: smallest': [
					{ method: 'GET', path: '/settings/profile/about' },
					{ method: 'GET', path: businessProfile },
					{ method: 'GET', path: '/settings/profile/photo', query: { format: 'link' } },
				],
				'businessProfile.get: fullest': [
					{ method: 'GET', path: '/settings/profile/about' },
					{ method: 'GET', path: businessProfile },
				],
			},
		},
		'POST phoneNumber/whatsapp_business_profile': {
			several: {
				'businessProfile.update: smallest': [
					{ method: 'GET', path: businessProfile },
					{
						method: 'POST',
						path: businessProfile,
						body: { description: 'Plants for dry places' },
					},
				],
				'businessProfile.update: fullest': [
					{ method: 'GET', path: businessProfile },
					{
						method: 'POST',
						path: businessProfile,
						body: {
							address: '1 Hacker Way, Menlo Park',
							description: 'We grow and sell succulents',
							email: 'plants@example.com',
							websites: ['https://www.example.com', 'https://shop.example.com/plants'],
							vertical: 'Shopping and Retail',
						},
					},
					{
						method: 'PATCH',
						path: '/settings/profile/about',
						body: { text: 'Succulent specialists!' },
					},
				],
				'businessProfile.update: what can be removed is removed': [
					{ method: 'GET', path: businessProfile },
					{
						method: 'POST',
						path: businessProfile,
						body: { address: '', description: '', email: '', websites: [] },
					},
				],
			},
			refusedCases: {
				'businessProfile.update: a picture by handle': refusal('Picture handles'),
			},
		},

		'GET phoneNumber/groups': { sent: 'GET /groups', withoutQuery: ['limit'] },
		'POST phoneNumber/groups': {
			sent: 'POST /groups',
			without: ['messaging_product'],
			refusedCases: { 'group.create: fullest': refusal('Group descriptions') },
		},
		'GET group/': { sent: 'GET /groups/{id}', withoutQuery: ['fields'] },
		'POST group/': {
			several: {
				'group.update: smallest': [
					{ method: 'PUT', path: `/groups/${groupId}`, body: { subject: 'Watch enthusiasts' } },
				],
				'group.update: picture alone': [
					{
						method: 'POST',
						path: `/groups/${groupId}/icon`,
						text: "<ID of the uploaded binary 'data'>",
					},
				],
			},
			refusedCases: { 'group.update: fullest': refusal('Group descriptions') },
		},
		'DELETE group/': { sent: 'POST /groups/{id}/leave' },
		'GET group/invite_link': { sent: 'GET /groups/{id}/invite' },
		'POST group/invite_link': {
			several: {
				'group.resetInviteLink: smallest': reset,
				'group.resetInviteLink: fullest': reset,
			},
		},
		'GET group/join_requests': joinRequests,
		'POST group/join_requests': joinRequests,
		'DELETE group/join_requests': joinRequests,
		'DELETE group/participants': {
			sent: 'DELETE /groups/{id}/participants',
			bodies: {
				'group.removeParticipants: smallest': { wa_ids: ['16505551234'] },
				'group.removeParticipants: as many as go in one call, as a list from an expression': {
					wa_ids: [0, 1, 2, 3, 4, 5, 6, 7].map((digit) => `1650555123${digit}`),
				},
			},
			refusedCases: {
				'group.removeParticipants: fullest': refusal('Business-scoped user IDs'),
			},
		},

		'GET phoneNumber/': { sent: 'GET /health', withoutQuery: ['fields'] },
		'POST phoneNumber/': {
			sent: twoStep,
			others: {
				'webhookSubscription.setOverride: smallest': newUrl,
				'webhookSubscription.setOverride: fullest': newUrl,
				'webhookSubscription.removeOverride: smallest': callbackUrl(''),
				'webhookSubscription.removeOverride: fullest': callbackUrl(''),
			},
			refusedCases: {
				'phoneNumber.updateSettings: connection status': setting('connection_status'),
				'phoneNumber.updateSettings: webhook address': setting('webhook_url'),
				'phoneNumber.updateSettings: security': setting('whatsapp_business_api_data'),
				'phoneNumber.updateSettings: display name': setting('new_display_name'),
				'phoneNumber.updateSettings: everything about the number': setting('connection_status'),
			},
		},
		'GET phoneNumber/settings': {
			sent: 'GET /settings/application',
			withoutQuery: ['fields', 'include_sip_credentials'],
		},
		'POST phoneNumber/settings': missing("Meta's settings of a number"),
		'POST phoneNumber/request_code': {
			sent: 'POST /account',
			bodies: {
				'phoneNumber.requestCode: for a server in the On-Premises format': {
					cc: '1',
					phone_number: '5550783881',
					method: 'sms',
					cert: 'Y2VydA==',
				},
			},
			refusedCases: {
				'phoneNumber.requestCode: smallest': noNumber,
				'phoneNumber.requestCode: fullest': noNumber,
			},
		},
		'POST phoneNumber/verify_code': { sent: 'POST /account/verify' },
		'POST phoneNumber/register': other,
		'POST phoneNumber/deregister': missing('Deregistrations'),
		'GET waba/phone_numbers': missing('Phone number lists'),
		'POST waba/phone_numbers': missing('Phone number lists'),
		'POST phoneNumber/conversational_automation': missing('Commands and ice breakers'),
		'GET phoneNumber/message_history': other,
		'GET messageHistory/events': missing('Message histories'),
		'GET phoneNumber/business_compliance_info': other,
		'POST phoneNumber/business_compliance_info': other,
		'GET phoneNumber/official_business_account': official,
		'POST phoneNumber/official_business_account': official,
		'GET phoneNumber/username': usernames,
		'POST phoneNumber/username': usernames,
		'DELETE phoneNumber/username': usernames,
		'GET phoneNumber/username_suggestions': usernames,
		'DELETE phoneNumber/requested_username': other,

		'GET phoneNumber/block_users': blocked,
		'POST phoneNumber/block_users': blocked,
		'DELETE phoneNumber/block_users': blocked,
		'POST phoneNumber/calls': missing('Calls'),
		'GET phoneNumber/call_permissions': missing('Call permissions'),
		'GET phoneNumber/message_qrdls': codes,
		'POST phoneNumber/message_qrdls': codes,
		'GET phoneNumber/message_qrdls/*': codes,
		'DELETE phoneNumber/message_qrdls/*': codes,

		'GET waba/message_templates': templates,
		'POST waba/message_templates': templates,
		'DELETE waba/message_templates': templates,
		'GET fixed/message_template_library': other,
		'GET template/': template,
		'POST template/': template,
		'GET template/compare': template,
		'POST template/unpause': template,
		'GET waba/message_template_previews': ofAccount,
		'POST waba/upsert_message_templates': ofAccount,
		'POST waba/migrate_message_templates': ofAccount,
		'POST api waba/message_templates/archive': onlyMetas,
		'POST api waba/message_templates/unarchive': onlyMetas,
		'GET waba/template_groups': templateGroups,
		'POST waba/template_groups': templateGroups,
		'GET templateGroup/': templateGroups,
		'POST templateGroup/': templateGroups,
		'DELETE templateGroup/': templateGroups,

		'GET waba/flows': flow,
		'POST waba/flows': flow,
		'GET flow/': flow,
		'POST flow/': flow,
		'DELETE flow/': flow,
		'GET flow/assets': flow,
		'POST flow/assets': flow,
		'POST flow/publish': flow,
		'POST flow/deprecate': flow,
		'POST waba/migrate_flows': flow,
		'GET phoneNumber/whatsapp_business_encryption': flowKeys,
		'POST phoneNumber/whatsapp_business_encryption': flowKeys,

		'GET waba/product_catalogs': missing('Catalogs'),
		'GET catalog/products': missing('Catalogs'),
		'GET phoneNumber/whatsapp_commerce_settings': shop,
		'POST phoneNumber/whatsapp_commerce_settings': shop,
		'GET phoneNumber/payments/*/*': payments,
		'POST phoneNumber/payments_refund': payments,
		'GET waba/payment_configurations': payments,
		'GET waba/payment_configuration/*': payments,
		'POST waba/payment_configuration': payments,
		'POST waba/payment_configuration/*': payments,
		'DELETE waba/payment_configuration': payments,
		'POST waba/generate_payment_configuration_oauth_link': ofAccount,

		'GET waba/': ofAccount,
		'POST waba/': ofAccount,
		'GET waba/assigned_users': ofAccount,
		'POST waba/assigned_users': ofAccount,
		'DELETE waba/assigned_users': ofAccount,
		'GET business/client_whatsapp_business_accounts': portfolio,
		'GET business/owned_whatsapp_business_accounts': portfolio,
		'GET api business/parent-bsuid-accounts': onlyMetas,
		'GET fixed/me': other,
		'GET fixed/debug_token': other,
		'GET fixed/oauth/access_token': other,
		'GET waba/subscribed_apps': apps,
		'POST waba/subscribed_apps': apps,
		'DELETE waba/subscribed_apps': apps,

		'GET typed': asItIs,
		'POST typed': asItIs,
		'PUT typed': asItIs,
		'PATCH typed': asItIs,
		'DELETE typed': asItIs,
		platform: {
			refused: 'Only Kapso offers this, and the host of the credential is the On-Premises server.',
		},
		'GET api typed': onlyMetas,
		'POST api typed': onlyMetas,
	},
};
