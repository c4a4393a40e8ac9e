import { eventKinds } from '../../../nodes/shared/events/eventKinds';
import { splitPayload, payloadOf } from '../../../nodes/shared/events/splitPayload';
import { itemOf } from '../../../nodes/shared/items/toItem';
import type { EventItem } from '../../../nodes/shared/items/toItem';
import type { WebhookPayload } from '../../../nodes/shared/events/payload';
import examples from './metaWebhookExamples.json';

type Expected = [chosenAs: string, item: object];

const sheena = { profileName: 'Sheena Nelson', username: '@realsheenanelson' };
const pablo = { profileName: 'Pablo M.', username: '@pablomorales' };
const carla = {
	userId: 'US.333',
	parentUserId: 'US.ENT.333',
	username: '@carla',
	countryCode: 'US',
};

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
				userId: 'MX.0987654321',
				change: {
					phoneNumber: null,
					userId: 'MX.0987654321',
					parentUserId: null,
					previousPhoneNumber: null,
					previousUserId: 'CO.1234567890',
					previousParentUserId: null,
				},
			},
		],
	],
	'messages: user changed number': [
		[
			'messages',
			{
				event: 'message',
				type: 'system',
				from: '16505551234',
				userId: 'US.29847561203948576612',
				parentUserId: 'US.ENT.22926810323997955941',
				text: 'User Sheena Nelson changed from 16505551234 to 12195555358',
				change: {
					phoneNumber: '12195555358',
					userId: 'US.29847561203948576612',
					parentUserId: 'US.ENT.22926810323997955941',
					previousPhoneNumber: '16505551234',
					previousUserId: 'US.13491208655302741918',
					previousParentUserId: 'US.ENT.11815799212886844830',
				},
			},
		],
	],
	'messages: errors beside them': [
		[
			'messages',
			{
				event: 'message',
				type: 'interactive',
				errors: [{ code: 131000, details: 'Unsupported webhook payload' }],
			},
		],
	],
	'messages: conversation context': [
		[
			'messages',
			{
				event: 'message',
				type: 'text',
				conversationContext: { type: 'summary', summary: { text: 'Asked about order 12345' } },
				extra: null,
			},
		],
	],
	'messages: identity key hash and parent ID': [
		[
			'messages',
			{
				event: 'message',
				from: '16505551234',
				waId: '16505551234',
				...sheena,
				userId: 'US.13491208655302741918',
				parentUserId: 'US.ENT.11815799212886844830',
				countryCode: 'US',
				identityKeyHash: 'DF2lS5v2W6x=',
				displayPhoneNumber: '15550783881',
			},
		],
	],
	'messages: two users without a phone number': [
		['messages', { from: null, userId: 'US.111', ...sheena, text: 'I am Sheena' }],
		['messages', { from: null, userId: 'US.222', ...pablo, text: 'I am Pablo' }],
	],
	'messages: number in another writing': [
		[
			'messages',
			{
				from: '541150000001',
				waId: '5491150000001',
				customer: '541150000001',
				profileName: 'Sheena Nelson',
			},
		],
	],
	'messages: contact as a vCard alone': [
		[
			'messages',
			{
				type: 'contacts',
				from: '16505551234',
				userId: 'US.13491208655302741918',
				text: 'Pablo Morales, Lucky Shrub',
				contacts: [
					{ name: 'Pablo Morales, Lucky Shrub', phones: ['16505551234', '+1 650 555 0101'] },
				],
			},
		],
	],
	'messages: location without its type': [
		[
			'messages',
			{
				type: 'location',
				text: 'Philz Coffee, 101 Forest Ave',
				location: { latitude: 37.44, longitude: -122.16 },
			},
		],
	],
	'messages: clicks on a marketing message': [
		[
			'tracking_events',
			{
				event: 'tracking_events',
				type: 'marketing_messages_link_click',
				timestamp: '2025-06-08T20:59:44.000Z',
			},
		],
		[
			'tracking_events',
			{
				event: 'tracking_events',
				type: 'marketing_messages_link_click',
				timestamp: '2025-06-08T20:59:45.000Z',
			},
		],
		['tracking_events', { event: 'tracking_events', type: 'landing_page_view', id: null }],
	],
	'messages: a part that nobody knows yet': [
		['messages', { text: 'Hi', extra: { weather: { sky: 'clear' } } }],
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
	'status: payment, two attempts': [
		['statuses', { event: 'status', type: 'pending', recipient: '16505551234' }],
		['statuses', { event: 'status', type: 'pending', recipient: '16505551234' }],
	],
	'status: payment with from': [
		[
			'statuses',
			{
				event: 'status',
				type: 'captured',
				recipient: '16505551234',
				profileName: 'Sheena Nelson',
				errors: [{ code: 2 }],
			},
		],
	],
	'status: number and user ID': [
		[
			'statuses',
			{
				event: 'status',
				type: 'delivered',
				recipient: '16505551234',
				userId: 'US.13491208655302741918',
				parentUserId: 'US.ENT.11815799212886844830',
				...pablo,
			},
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
	'smb_message_echoes: list, with its contact': [
		[
			'smb_message_echoes',
			{
				event: 'smb_message_echoes',
				type: 'list',
				text: 'Shipping\n\nWhich one?',
				recipient: '16505551234',
				userId: 'US.13491208655302741918',
				parentUserId: 'US.ENT.11815799212886844830',
				username: 'pablomorales',
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
	'history: messages of the business with media': [
		[
			'history',
			{
				event: 'history',
				type: 'image',
				id: 'wamid.H1',
				timestamp: '2025-02-05T23:02:27.000Z',
				from: null,
				recipient: '16505551234',
				userId: 'US.13491208655302741918',
				username: 'pablomorales',
				text: 'Black Prince echeveria',
				media: { id: '24230790383178626' },
			},
		],
		['history', { id: 'wamid.H2', recipient: '16505551234', text: 'Here you are' }],
	],
	'history: chat with a user without a phone number': [
		[
			'history',
			{
				id: 'wamid.T1',
				text: 'Here you are',
				from: null,
				recipient: null,
				customer: 'US.333',
				...carla,
			},
		],
		['history', { id: 'wamid.T2', text: 'Thanks', from: null, recipient: null, ...carla }],
	],
	'history: declined': [['history', { event: 'history', errors: [{ code: 2593109 }] }]],
	'smb_app_state_sync: add': [
		[
			'smb_app_state_sync',
			{
				event: 'smb_app_state_sync',
				type: 'add',
				from: null,
				recipient: '16505551234',
				profileName: 'Pablo Morales',
				text: 'Pablo Morales',
			},
		],
	],
	'smb_app_state_sync: with user ID': [
		[
			'smb_app_state_sync',
			{
				type: 'add',
				recipient: '16505551234',
				userId: 'US.13491208655302741918',
				parentUserId: 'US.ENT.11815799212886844830',
				username: 'pablomorales',
				profileName: 'Pablo Morales',
				timestamp: '2025-06-15T23:27:53.000Z',
			},
		],
	],
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
	'groups: join request of a user with a username': [
		[
			'group_participants_update',
			{
				type: 'group_join_request_created',
				from: '16505551234',
				userId: 'US.13491208655302741918',
				parentUserId: 'US.ENT.11815799212886844830',
				username: 'pablomorales',
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
	'messaging_handovers: control taken': [
		[
			'messaging_handovers',
			{
				event: 'messaging_handovers',
				type: 'control_taken',
				from: '16505551234',
				phoneNumberId: '106540352242922',
				displayPhoneNumber: '15550783881',
				conversationContext: { summary: { text: 'Asked about order 12345' } },
			},
		],
	],
	'standby: message, echo and status': [
		[
			'standby',
			{
				event: 'standby',
				type: 'text',
				id: 'wamid.B1',
				timestamp: '2025-06-16T19:10:00.000Z',
				from: '16505551234',
				profileName: 'Sheena Nelson',
				text: 'Where is my order?',
				phoneNumberId: '106540352242922',
			},
		],
		['standby', { event: 'standby', type: 'text', id: 'wamid.B2', text: 'Hello?' }],
		[
			'standby',
			{
				event: 'standby',
				type: 'text',
				id: 'wamid.B3',
				timestamp: '2025-06-16T19:10:02.000Z',
				from: null,
				recipient: '16505551234',
				profileName: 'Sheena Nelson',
				text: 'Your order #12345 has shipped.',
				context: { id: 'wamid.B1' },
			},
		],
		[
			'standby',
			{
				event: 'standby',
				type: 'sent',
				id: 'wamid.B3',
				recipient: '16505551234',
				profileName: 'Sheena Nelson',
				phoneNumberId: '106540352242922',
			},
		],
	],
	'standby: template echo': [
		[
			'standby',
			{
				type: 'template',
				recipient: '16505551234',
				text: 'Hi Maria, enjoy 25% off!\n\nLimited time',
			},
		],
	],
	'standby: Flow echo': [
		[
			'standby',
			{
				type: 'flow',
				recipient: '16505551234',
				text: 'Book Appointment\n\nSchedule your visit with us.\n\nTap below to continue',
			},
		],
	],
	// Meta documents no payload of this field, so it has only what all have.
	consumer_profile: [
		[
			'consumer_profile',
			{ event: 'consumer_profile', from: '16505551234', profileName: 'Sheena Nelson' },
		],
	],
	'user_id_update: new ID': [
		[
			'user_id_update',
			{
				event: 'user_id_update',
				type: 'user_changed_user_id',
				from: '16505551234',
				userId: 'US.29847561203948576612',
				parentUserId: 'US.ENT.22926810323997955941',
				profileName: 'Sheena Nelson',
				text: 'User id for Sheena Nelson has been updated.',
				change: {
					phoneNumber: '16505551234',
					userId: 'US.29847561203948576612',
					parentUserId: 'US.ENT.22926810323997955941',
					previousPhoneNumber: null,
					previousUserId: 'US.13491208655302741918',
					previousParentUserId: 'US.ENT.11815799212886844830',
				},
			},
		],
	],
	'business_username_updates: approved': [
		[
			'business_username_updates',
			{
				event: 'business_username_updates',
				type: 'approved',
				text: 'lucky_shrub',
				username: null,
				displayPhoneNumber: '15550783881',
				timestamp: '2025-06-15T23:27:53.000Z',
			},
		],
	],
	'business_username_updates: revoked': [
		['business_username_updates', { type: 'deleted', text: null, username: null }],
	],
	'phone_number_username_update: rejected': [
		[
			'business_username_updates',
			{ event: 'business_username_updates', type: 'REJECTED', text: 'lucky_shrub' },
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

/** The same in every payload, or empty. */
const saysNothing = new Set<unknown>(['whatsapp', '', null]);

/** All texts, numbers and booleans in a value. */
function valuesIn(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return value === undefined ? [] : [value];
	return Object.values(value).flatMap(valuesIn);
}

/** An item has a time as ISO 8601. */
function comparable(value: unknown): unknown {
	const time =
		typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN;
	return Number.isNaN(time) ? value : time / 1000;
}

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

	it.each(cases)('finds every value of %s in an item', (_, payload) => {
		const found = new Set(splitPayload(payload).map(itemOf).flatMap(valuesIn).map(comparable));
		const missing = payload.entry
			.flatMap(({ id, time, changes }) => [id, time, ...(changes ?? []).map(({ value }) => value)])
			.flatMap(valuesIn)
			.filter((value) => !saysNothing.has(value) && !found.has(comparable(value)));
		expect(missing).toEqual([]);
	});

	it('has an example of every kind of event that Meta sends', () => {
		const covered = new Set(
			Object.values(expectations).flatMap((list) => list.map(([kind]) => kind)),
		);
		const missing = eventKinds
			.filter(({ onlyFrom }) => onlyFrom === undefined)
			.map(({ value }) => value)
			.filter((value) => !covered.has(value));
		const notByWebhook = ['conversation_inactive', 'flowDataExchange', 'window_closing'];
		expect(missing.sort()).toEqual(notByWebhook);
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
			'parentUserId',
			'waId',
			'countryCode',
			'identityKeyHash',
			'text',
			'reply',
			'media',
			'location',
			'contacts',
			'order',
			'call',
			'context',
			'group',
			'referral',
			'errors',
			'change',
			'conversationContext',
			'extra',
			'phoneNumberId',
			'displayPhoneNumber',
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
