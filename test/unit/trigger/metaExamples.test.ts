import { eventKinds } from '../../../nodes/WhatsAppBusinessTrigger/events/eventKinds';
import {
	splitPayload,
	payloadOf,
} from '../../../nodes/WhatsAppBusinessTrigger/events/splitPayload';
import { itemOf } from '../../../nodes/WhatsAppBusinessTrigger/items/toItem';
import type { EventItem } from '../../../nodes/WhatsAppBusinessTrigger/items/toItem';
import type { WebhookPayload } from '../../../nodes/WhatsAppBusinessTrigger/events/payload';
import examples from './metaWebhookExamples.json';

type Expected = [chosenAs: string, item: object];

/**
 * Every example of Meta's webhook reference with the kind of its event and the item, except for its time and IDs.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference
 */
const expectations: Record<keyof typeof examples, Expected[]> = {
	'messages: Text Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'text',
				from: '16505551234',
				text: 'Does it come in another color?',
			},
		],
	],
	'messages: Text Message with Context (Product Inquiry)': [
		[
			'messages',
			{
				event: 'message',
				type: 'text',
				from: '16505551234',
				text: 'Is this still available?',
				context: { id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGA9wcm9kdWN0X2lucXVpcnkA' },
			},
		],
	],
	'messages: Text Message from Click to WhatsApp Ad': [
		[
			'messages',
			{
				event: 'message',
				type: 'text',
				from: '16505551234',
				text: 'Hello! Can I get more info on this?',
			},
		],
	],
	'messages: Reaction Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'reaction',
				from: '16505551234',
				text: '👍',
				context: { id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI0RTJEOTc2ODVERUY5RDlGNkYA' },
			},
		],
	],
	'messages: Image Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'image',
				from: '16505551234',
				text: 'Taj Mahal',
				media: { id: '1003383421387256' },
			},
		],
	],
	'messages: Location Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'location',
				from: '16505551234',
				text: 'Philz Coffee, 101 Forest Ave, Palo Alto, CA 94301',
				location: { latitude: 37.44221496582, longitude: -122.16165924072 },
			},
		],
	],
	'messages: Contact Sharing Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'contacts',
				from: '16505551234',
				text: 'Lucía Gómez',
				contacts: [{ name: 'Lucía Gómez', phones: ['19835552319'] }],
			},
		],
	],
	'messages: Unsupported Message': [
		[
			'messages',
			{ event: 'message', type: 'unsupported', from: '16505551234', errors: [{ code: 131051 }] },
		],
	],
	'messages: Button Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'button',
				from: '16505551234',
				text: 'Unsubscribe',
				reply: { id: 'Unsubscribe', title: 'Unsubscribe' },
				context: { id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJFNjk2OTMwNEZCQjhGMzUyQUYA' },
			},
		],
	],
	'messages: Interactive List Reply Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'list_reply',
				from: '16505551234',
				text: 'Priority Mail Express',
				reply: {
					id: 'priority_express',
					title: 'Priority Mail Express',
					description: 'Next Day to 2 Days',
				},
				context: { id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJGMzEyNzhENTZDMzNGODlDRDgA' },
			},
		],
	],
	'messages: Interactive Button Reply Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'button_reply',
				from: '16505551234',
				text: 'Cancel',
				reply: { id: 'cancel-button', title: 'Cancel' },
				context: { id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI3MEM2RUJFNkI0RENGQTVDRjUA' },
			},
		],
	],
	'messages: Order Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'order',
				from: '16505551234',
				text: '2 × di9ozbzfi4 at 30 USD, 1 × nqryix03ez at 25 USD',
				order: {
					catalogId: '194836987003835',
					products: [
						{ id: 'di9ozbzfi4', quantity: 2, price: 30, currency: 'USD' },
						{ id: 'nqryix03ez', quantity: 1, price: 25, currency: 'USD' },
					],
				},
			},
		],
	],
	'messages: System Message': [
		[
			'messages',
			{
				event: 'message',
				type: 'system',
				from: '16505551234',
				text: 'User Sheena Nelson changed from 16505551234 to 12195555358',
			},
		],
	],
	'groups: Group Create Message': [
		[
			'group_lifecycle_update',
			{
				event: 'group_lifecycle_update',
				type: 'group_create',
				group: { id: 'Y2FwaV9ncm91cDoxODA1NTU1MDE3MjoxMjAzNjMyMjI3NzE5NjMwNjcZD' },
			},
		],
	],
	'groups: Group Settings Update': [
		[
			'group_settings_update',
			{
				event: 'group_settings_update',
				type: 'group_settings_update',
				group: { id: 'Y2FwaV9ncm91cDoxODA1NTU1MDE3MjoxMjAzNjMyMjI3NzE5NjMwNjcZD' },
			},
		],
	],
	'groups: Group Remove Participants': [
		[
			'group_participants_update',
			{
				event: 'group_participants_update',
				type: 'group_create',
				group: { id: 'Y2FwaV9ncm91cDoxODA1NTU1MDE3MjoxMjAzNjMyMjI3NzE5NjMwNjcZD' },
			},
		],
	],
	'messages: video': [
		[
			'messages',
			{ event: 'message', type: 'video', from: '16505551234', media: { id: '1908647269898587' } },
		],
	],
	'messages: audio': [
		[
			'messages',
			{ event: 'message', type: 'audio', from: '16505551234', media: { id: '1908647269898587' } },
		],
	],
	'messages: document': [
		[
			'messages',
			{
				event: 'message',
				type: 'document',
				from: '16505551234',
				text: 'Receipt',
				media: { id: '1908647269898587' },
			},
		],
	],
	'messages: sticker': [
		[
			'messages',
			{ event: 'message', type: 'sticker', from: '16505551234', media: { id: '1908647269898587' } },
		],
	],
	'messages: edit': [
		[
			'messages',
			{
				event: 'message',
				type: 'edit',
				from: '16505551234',
				text: 'Does it come in green?',
				context: { id: 'wamid.HBgLMTQxMjU1NTA4MjkVAgASGBQzQUNCNjk5RDUwNUZGMUZEM0VBRAA=' },
			},
		],
	],
	'messages: revoke': [
		[
			'messages',
			{
				event: 'message',
				type: 'revoke',
				from: '16505551234',
				context: { id: 'wamid.HBgLMTQxMjU1NTA4MjkVAgASGBQzQUNCNjk5RDUwNUZGMUZEM0VBRAA=' },
			},
		],
	],
	'messages: flow reply': [
		[
			'messages',
			{
				event: 'message',
				type: 'nfm_reply',
				from: '16505551234',
				text: 'Sent',
				reply: { answer: { flow_token: 'token', date: '2026-03-01' } },
				context: { id: 'wamid.HBgLMTQxMjU1NTA4MjkVAgASGBQzQUNCNjk5RDUwNUZGMUZEM0VBRAA=' },
			},
		],
	],
	'messages: call permission reply': [
		[
			'messages',
			{
				event: 'message',
				type: 'call_permission_reply',
				from: '16505551234',
				text: 'accept',
				context: { id: 'wamid.HBgLMTQxMjU1NTA4MjkVAgASGBQzQUNCNjk5RDUwNUZGMUZEM0VBRAA=' },
			},
		],
	],
	'messages: request welcome': [
		['messages', { event: 'message', type: 'request_welcome', from: '16505551234' }],
	],
	'messages: group': [
		[
			'messages',
			{
				event: 'message',
				type: 'text',
				from: '16505551234',
				text: 'Hi all',
				group: { id: 'Y2FwaV9ncm91cDox' },
			},
		],
	],
	'messages: user without a phone number': [
		['messages', { event: 'message', type: 'text', userId: 'US.13491208655302741918', text: 'Hi' }],
	],
	'messages: user changed user ID': [
		[
			'messages',
			{
				event: 'message',
				type: 'system',
				text: 'User changed from CO.1234567890 to MX.0987654321',
			},
		],
	],
	'messages: errors of the account': [['other', { event: 'messages', errors: [{ code: 130429 }] }]],
	'status: sent': [['statuses', { event: 'status', type: 'sent', recipient: '16505551234' }]],
	'status: delivered': [
		['statuses', { event: 'status', type: 'delivered', recipient: '16505551234' }],
	],
	'status: read': [['statuses', { event: 'status', type: 'read', recipient: '16505551234' }]],
	'status: played': [['statuses', { event: 'status', type: 'played', recipient: '16505551234' }]],
	'status: failed': [
		[
			'statuses',
			{ event: 'status', type: 'failed', recipient: '16505551234', errors: [{ code: 131049 }] },
		],
	],
	'status: group, several members': [
		[
			'statuses',
			{
				event: 'status',
				type: 'read',
				recipient: '16505551234',
				group: { id: 'Y2FwaV9ncm91cDox' },
			},
		],
		[
			'statuses',
			{
				event: 'status',
				type: 'read',
				recipient: '16505551235',
				group: { id: 'Y2FwaV9ncm91cDox' },
			},
		],
	],
	'status: group, one member': [
		[
			'statuses',
			{
				event: 'status',
				type: 'delivered',
				recipient: '16505551234',
				group: { id: 'Y2FwaV9ncm91cDox' },
			},
		],
	],
	'smb_message_echoes: text': [
		[
			'smb_message_echoes',
			{
				event: 'smb_message_echoes',
				type: 'text',
				recipient: '16505551234',
				text: "Here's the info you requested! https://www.meta.com/quest/quest-3/",
			},
		],
	],
	'smb_message_echoes: revoke': [
		[
			'smb_message_echoes',
			{
				event: 'smb_message_echoes',
				type: 'revoke',
				recipient: '16505551234',
				context: { id: 'wamid.HBgLMTQxMjU1NTA4MjkVAgASGBQzQUNCNjk5RDUwNUZGMUZEM0VBRAA=' },
			},
		],
	],
	'smb_message_echoes: edit': [
		[
			'smb_message_echoes',
			{
				event: 'smb_message_echoes',
				type: 'edit',
				recipient: '16505551234',
				text: 'Updated image caption',
				media: { id: '1234567890' },
				context: { id: 'wamid.HBgLMTQxMjU1NTA4MjkVAgASGBQzQUNCNjk5RDUwNUZGMUZEM0VBRAA=' },
			},
		],
	],
	'message_echoes: text': [
		[
			'message_echoes',
			{
				event: 'message_echoes',
				type: 'text',
				recipient: '16505551234',
				text: "Here's the info you requested! https://www.meta.com/quest/quest-3/",
			},
		],
	],
	'history: chat': [
		[
			'history',
			{
				event: 'history',
				type: 'text',
				recipient: '16505551234',
				text: "Here's the info you requested! https://www.meta.com/quest/quest-3/",
			},
		],
		['history', { event: 'history', type: 'media_placeholder', recipient: '16505551234' }],
		['history', { event: 'history', type: 'text', from: '16505551234', text: 'Thanks!' }],
		[
			'history',
			{
				event: 'history',
				type: 'text',
				recipient: '12125557890',
				text: 'Thanks for your order! As a thank you, use code THANKS30 to get 30% of your next order.',
			},
		],
	],
	'history: media': [
		[
			'history',
			{
				event: 'history',
				type: 'image',
				from: '16505551234',
				text: 'Black Prince echeveria',
				media: { id: '24230790383178626' },
			},
		],
	],
	'history: declined': [['history', { event: 'history', errors: [{ code: 2593109 }] }]],
	'smb_app_state_sync: add': [['smb_app_state_sync', { event: 'smb_app_state_sync', type: 'add' }]],
	'calls: connect, by the user': [
		['calls', { event: 'calls', type: 'connect', from: '16505551234' }],
	],
	'calls: connect, by the business': [
		['calls', { event: 'calls', type: 'connect', recipient: '16505551234' }],
	],
	'calls: terminate': [['calls', { event: 'calls', type: 'terminate', from: '16505551234' }]],
	'calls: ringing': [['calls', { event: 'calls', type: 'RINGING', recipient: '16505551234' }]],
	'groups: create failed': [
		[
			'group_lifecycle_update',
			{
				event: 'group_lifecycle_update',
				type: 'group_create',
				group: { id: 'Y2FwaV9ncm91cDox' },
				errors: [{ code: 131000 }],
			},
		],
	],
	'groups: delete': [
		[
			'group_lifecycle_update',
			{ event: 'group_lifecycle_update', type: 'group_delete', group: { id: 'Y2FwaV9ncm91cDox' } },
		],
	],
	'groups: joined': [
		[
			'group_participants_update',
			{
				event: 'group_participants_update',
				type: 'group_participants_add',
				group: { id: 'Y2FwaV9ncm91cDox' },
			},
		],
	],
	'groups: join request': [
		[
			'group_participants_update',
			{
				event: 'group_participants_update',
				type: 'group_join_request_created',
				from: '16505551234',
				group: { id: 'Y2FwaV9ncm91cDox' },
			},
		],
	],
	'groups: removed': [
		[
			'group_participants_update',
			{
				event: 'group_participants_update',
				type: 'group_participants_remove',
				group: { id: 'Y2FwaV9ncm91cDox' },
			},
		],
	],
	'groups: settings partly failed': [
		[
			'group_settings_update',
			{
				event: 'group_settings_update',
				type: 'group_settings_update',
				group: { id: 'Y2FwaV9ncm91cDox' },
				errors: [{ code: 131000 }],
			},
		],
	],
	'groups: suspended': [
		[
			'group_status_update',
			{ event: 'group_status_update', type: 'group_suspend', group: { id: 'Y2FwaV9ncm91cDox' } },
		],
	],
	'user_preferences: resume': [
		[
			'user_preferences',
			{
				event: 'user_preferences',
				type: 'resume',
				from: '16505551234',
				text: 'User requested to resume marketing messages',
			},
		],
	],
	'automatic_events: lead': [
		['automatic_events', { event: 'automatic_events', type: 'LeadSubmitted' }],
	],
	'automatic_events: purchase': [
		['automatic_events', { event: 'automatic_events', type: 'Purchase' }],
	],
	'messaging_handovers: control passed': [
		[
			'messaging_handovers',
			{ event: 'messaging_handovers', type: 'control_passed', from: '16505551234' },
		],
	],
	'account_settings_update: calling': [
		[
			'account_settings_update',
			{ event: 'account_settings_update', type: 'phone_number_settings' },
		],
	],
	'account_alerts: deferred': [
		[
			'account_alerts',
			{
				event: 'account_alerts',
				type: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
				text: 'Limits cannot be increased for your business.',
			},
		],
	],
	'account_review_update: approved': [
		['account_review_update', { event: 'account_review_update', type: 'APPROVED' }],
	],
	'account_update: deleted': [
		['account_update', { event: 'account_update', type: 'ACCOUNT_DELETED' }],
	],
	'account_update: violation': [
		['account_update', { event: 'account_update', type: 'ACCOUNT_VIOLATION' }],
	],
	'account_update: ad account linked': [
		['account_update', { event: 'account_update', type: 'AD_ACCOUNT_LINKED' }],
	],
	'account_update: authentication-international': [
		['account_update', { event: 'account_update', type: 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE' }],
	],
	'account_update: disabled': [
		['account_update', { event: 'account_update', type: 'DISABLED_UPDATE' }],
	],
	'account_update: terms signed': [
		['account_update', { event: 'account_update', type: 'MM_LITE_TERMS_SIGNED' }],
	],
	'account_update: partner added': [
		['account_update', { event: 'account_update', type: 'PARTNER_ADDED' }],
	],
	'account_update: verification': [
		[
			'account_update',
			{ event: 'account_update', type: 'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE' },
		],
	],
	'account_update: location': [
		[
			'account_update',
			{ event: 'account_update', type: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE' },
		],
	],
	'account_update: pricing tier': [
		['account_update', { event: 'account_update', type: 'VOLUME_BASED_PRICING_TIER_UPDATE' }],
	],
	'account_update: app installed, as printed': [
		['other', { event: 'other', type: 'PARTNER_APP_INSTALLED' }],
	],
	'business_capability_update: created': [
		['business_capability_update', { event: 'business_capability_update' }],
	],
	'template_category_update: soon': [
		['template_category_update', { event: 'template_category_update', type: 'UTILITY' }],
	],
	'template_category_update: done': [
		['template_category_update', { event: 'template_category_update', type: 'MARKETING' }],
	],
	'message_template_status_update: approved': [
		[
			'message_template_status_update',
			{ event: 'message_template_status_update', type: 'APPROVED' },
		],
	],
	'message_template_status_update: rejected': [
		[
			'message_template_status_update',
			{ event: 'message_template_status_update', type: 'REJECTED' },
		],
	],
	'message_template_quality_update: worse': [
		[
			'message_template_quality_update',
			{ event: 'message_template_quality_update', type: 'YELLOW' },
		],
	],
	'message_template_components_update: edited': [
		['message_template_components_update', { event: 'message_template_components_update' }],
	],
	'phone_number_name_update: approved': [
		['phone_number_name_update', { event: 'phone_number_name_update', type: 'APPROVED' }],
	],
	'phone_number_quality_update: flagged': [
		['phone_number_quality_update', { event: 'phone_number_quality_update', type: 'FLAGGED' }],
	],
	'security: PIN reset': [['security', { event: 'security', type: 'PIN_RESET_REQUEST' }]],
	'payment_configuration_update: needs testing': [
		[
			'payment_configuration_update',
			{ event: 'payment_configuration_update', type: 'Needs Testing' },
		],
	],
	'partner_solutions: created': [
		['partner_solutions', { event: 'partner_solutions', type: 'SOLUTION_CREATED' }],
	],
	'flows: status': [
		[
			'flows',
			{
				event: 'flows',
				type: 'FLOW_STATUS_CHANGE',
				text: 'Flow Webhook 3 changed status from DRAFT to PUBLISHED',
			},
		],
	],
	'a field of tomorrow': [['other', { event: 'telepathy_update' }]],
};

const cases = Object.entries(expectations).map(
	([name, expected]) =>
		[name, examples[name as keyof typeof examples] as unknown as WebhookPayload, expected] as const,
);

describe("items of Meta's examples", () => {
	it.each(cases)('reads %s', (_, payload, expected) => {
		const events = splitPayload(payload);
		const items = events.map(itemOf);
		expect(events.map(({ kind }) => kind.value)).toEqual(expected.map(([kind]) => kind));
		expect(items).toMatchObject(expected.map(([, item]) => item));
		for (const [index, item] of items.entries()) expectWhole(item, events[index]?.wabaId);
	});

	it.each(cases)('reads %s, one event at a time', (_, payload) => {
		const events = splitPayload(payload);
		const again = events.flatMap((event) => splitPayload(payloadOf(event) as WebhookPayload));
		expect(again.map(itemOf)).toEqual(events.map(itemOf));
	});

	it('has an example of every kind of event that Meta documents', () => {
		const covered = new Set(
			Object.values(expectations).flatMap((list) => list.map(([kind]) => kind)),
		);
		const missing = eventKinds.map(({ value }) => value).filter((value) => !covered.has(value));
		// Meta's reference shows no example of these.
		const withoutExample = ['consumer_profile', 'standby', 'tracking_events'];
		const notByWebhook = ['conversation_inactive', 'flowDataExchange', 'window_closing'];
		expect(missing.sort()).toEqual([...withoutExample, ...notByWebhook].sort());
	});

	/** Every item has every key, whatever it is about. */
	function expectWhole(item: EventItem, wabaId: string | undefined): void {
		expect(Object.keys(item)).toEqual([
			'event',
			'type',
			'id',
			'timestamp',
			'from',
			'recipient',
			'userId',
			'customer',
			'username',
			'profileName',
			'text',
			'reply',
			'media',
			'location',
			'contacts',
			'order',
			'context',
			'group',
			'referral',
			'errors',
			'phoneNumberId',
			'windowOpenUntil',
			'paused',
			'optedOut',
			'preference',
			'wabaId',
			'raw',
		]);
		expect(item.wabaId).toBe(wabaId);
		if (item.timestamp !== null)
			expect(new Date(item.timestamp).toISOString()).toBe(item.timestamp);
	}
});
