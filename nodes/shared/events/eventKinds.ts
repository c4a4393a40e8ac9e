import { followUpEvents, isFollowUpEvent } from '../conversation/followUpEvents';
import { kind } from './eventKind';
import type { Described, EventKind } from './eventKind';
import { kapsoKinds } from './kapsoKinds';

export type { EventKind } from './eventKind';

/** Any event without a kind in the list: fields Meta adds, and notices that are not about one message. */
export const otherKind = kind({
	value: 'other',
	field: undefined,
	reportsPast: true,
	name: 'Any Other Event',
	description:
		'Everything else that Meta sends, unchanged: fields that are not in this list, and errors of the account. Subscribe the app to such a field in the Meta app dashboard.',
});

/** Sent to a separate webhook URL, encrypted, and waits for a response. */
export const flowDataExchange = kind({
	value: 'flowDataExchange',
	event: 'flow_data_exchange',
	field: undefined,
	name: 'Flow Data Exchange',
	description:
		"A Flow with an endpoint requests the data of its next screen. Enter the trigger's Flow URL as the endpoint of the Flow.",
});

/** Not in Meta's payload: the trigger itself finds out from the messages that came with this webhook field. */
const followUpKind = (described: Omit<Described, 'field' | 'overridable'>): EventKind =>
	kind({ ...described, field: 'messages', overridable: true });

export const conversationInactive = followUpKind({
	value: followUpEvents.inactive,
	name: 'Conversation Inactive',
	description:
		'Nobody has written for some time, or the customer has not replied. Once until the customer writes again.',
});

export const windowClosing = followUpKind({
	value: followUpEvents.closing,
	name: 'Window Closing',
	description:
		"The customer service window closes soon, and the customer's last message has no reply",
});

/**
 * WhatsApp tells of it with a system message, which starts a workflow that listens to messages as well.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system
 */
export const customerChanged = kind({
	value: 'user_id_update',
	field: 'messages',
	otherFields: ['user_id_update'],
	lists: ['user_id_update'],
	overridable: true,
	name: 'Customer Identity',
	description: 'The phone number or the user ID of a customer has changed',
	text: ['detail'],
});

/**
 * All kinds of events, in the order of the editor: what most workflows start with first, and related events together.
 * n8n's nodes panel has no search box for the events of a community node. All fields:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview#fields
 * Fields that a webhook override receives:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#supported-webhook-fields
 */
export const eventKinds: readonly EventKind[] = [
	kind({
		value: 'messages',
		event: 'message',
		name: 'Message',
		description: 'A customer writes, sends a file, taps a button or reacts',
		lists: ['messages'],
		overridable: true,
	}),
	kind({
		value: 'statuses',
		event: 'status',
		field: 'messages',
		name: 'Message Status',
		description:
			'A message you sent was sent, delivered, read or played, or it failed. Each message has several statuses.',
		lists: ['statuses'],
		overridable: true,
		type: 'status',
	}),
	kind({
		value: 'message_template_status_update',
		name: 'Template Status',
		description: 'A template was approved, rejected, paused or disabled',
		aboutCustomer: false,
		type: 'event',
	}),
	kind({
		value: 'message_template_quality_update',
		name: 'Template Quality',
		description: 'The quality score of a template has changed',
		aboutCustomer: false,
		type: 'new_quality_score',
	}),
	kind({
		value: 'template_category_update',
		name: 'Template Category',
		description: 'The category of a template has changed or is about to',
		aboutCustomer: false,
		type: 'new_category',
	}),
	kind({
		value: 'message_template_components_update',
		name: 'Template Components',
		description: 'A template was edited',
		aboutCustomer: false,
	}),
	conversationInactive,
	windowClosing,
	kind({
		value: 'calls',
		name: 'Call',
		description: 'A call comes in, rings, is accepted, ends or was recorded',
		lists: ['calls', 'statuses'],
		overridable: true,
		type: 'event',
	}),
	flowDataExchange,
	kind({
		value: 'flows',
		name: 'Flow Status',
		description: 'A Flow was published or blocked, or its endpoint is slow or failing',
		aboutCustomer: false,
		type: 'event',
		text: ['message'],
	}),
	kind({
		value: 'user_preferences',
		name: 'User Preferences',
		description: 'A customer stopped or resumed marketing messages',
		lists: ['user_preferences'],
		type: 'value',
		text: ['detail'],
	}),
	kind({
		value: 'smb_message_echoes',
		name: 'Business App Message',
		description: 'You wrote to a customer in the WhatsApp Business app or on a linked device',
		lists: ['message_echoes', 'messages'],
		overridable: true,
	}),
	kind({
		value: 'message_echoes',
		name: 'Message Echo',
		description: 'A message was sent to a customer through the API, by any app',
		lists: ['message_echoes', 'messages'],
		overridable: true,
	}),
	kind({
		value: 'smb_app_state_sync',
		name: 'Business App Contact',
		description: 'A contact was added or removed in the WhatsApp Business app',
		lists: ['state_sync'],
		overridable: true,
		reportsPast: true,
		type: 'action',
	}),
	kind({
		value: 'history',
		name: 'Business App History',
		description: 'Earlier chats of the WhatsApp Business app, one event per message',
		lists: ['history', 'messages', 'message_echoes'],
		overridable: true,
		reportsPast: true,
	}),
	kind({
		value: 'account_update',
		name: 'Account Update',
		description: 'The account was verified, shared, restricted, banned or deleted',
		aboutCustomer: false,
		type: 'event',
	}),
	kind({
		value: 'account_alerts',
		name: 'Account Alert',
		description:
			'A messaging limit, a business profile or an Official Business Account needs attention',
		aboutCustomer: false,
		type: 'alert_info.alert_type',
		text: ['alert_info.alert_description'],
	}),
	kind({
		value: 'account_review_update',
		name: 'Account Review',
		description: 'Meta has reviewed the WhatsApp Business Account',
		aboutCustomer: false,
		type: 'decision',
	}),
	kind({
		value: 'account_settings_update',
		name: 'Account Settings',
		description: 'The settings of a phone number have changed, such as those for calls',
		overridable: true,
		aboutCustomer: false,
	}),
	kind({
		value: 'business_capability_update',
		name: 'Business Capability',
		description: 'The number of messages or phone numbers that the business may have has changed',
		aboutCustomer: false,
	}),
	kind({
		value: 'phone_number_quality_update',
		name: 'Phone Number Quality',
		description: 'The throughput or messaging limit of a phone number has changed',
		aboutCustomer: false,
		type: 'event',
	}),
	kind({
		value: 'phone_number_name_update',
		name: 'Phone Number Name',
		description: 'Meta has decided on the display name of a phone number',
		aboutCustomer: false,
		type: 'decision',
	}),
	kind({
		value: 'business_username_updates',
		otherFields: ['business_username_update', 'phone_number_username_update'],
		name: 'Business Username',
		description: 'The username of a phone number was approved, reserved or deleted',
		aboutCustomer: false,
		type: 'status',
		text: ['username', 'requested_username'],
	}),
	kind({
		value: 'security',
		name: 'Security',
		description: 'The two-step verification PIN of a phone number was changed or is being reset',
		aboutCustomer: false,
		type: 'event',
	}),
	kind({
		value: 'group_participants_update',
		name: 'Group Participants',
		description: 'Somebody asked to join, joined or left a group',
		lists: ['groups'],
		overridable: true,
	}),
	kind({
		value: 'group_lifecycle_update',
		name: 'Group Lifecycle',
		description: 'A group was created or deleted',
		lists: ['groups'],
		overridable: true,
		aboutCustomer: false,
	}),
	kind({
		value: 'group_settings_update',
		name: 'Group Settings',
		description: 'The subject, description or picture of a group has changed',
		lists: ['groups'],
		overridable: true,
		aboutCustomer: false,
	}),
	kind({
		value: 'group_status_update',
		name: 'Group Status',
		description: 'A group was suspended, or is no longer suspended',
		lists: ['groups'],
		overridable: true,
		aboutCustomer: false,
	}),
	kind({
		value: 'messaging_handovers',
		name: 'Handover',
		description: 'A chat was handed over to another app or agent',
		overridable: true,
	}),
	kind({
		value: 'standby',
		name: 'Handover Standby',
		description: 'A message, an echo or a status in a chat that another app or agent handles',
		within: 'standby',
		lists: ['messages', 'message_echoes', 'statuses'],
	}),
	kind({
		value: 'consumer_profile',
		name: 'Customer Profile',
		description: 'The profile of a customer has changed',
		overridable: true,
	}),
	customerChanged,
	kind({
		value: 'tracking_events',
		field: 'messages',
		otherFields: ['tracking_events'],
		name: 'Tracking Event',
		description: 'A customer tapped a marketing message, or its link was opened',
		lists: ['user_actions'],
		overridable: true,
		type: 'action_type',
	}),
	kind({
		value: 'automatic_events',
		name: 'Automatic Event',
		description: 'Meta noticed a lead or a purchase in a chat that began with an ad',
		lists: ['automatic_events'],
		type: 'event_name',
	}),
	kind({
		value: 'payment_configuration_update',
		name: 'Payment Configuration',
		description: 'A payment configuration was connected, disconnected or activated',
		aboutCustomer: false,
		type: 'status',
	}),
	kind({
		value: 'partner_solutions',
		name: 'Partner Solution',
		description: 'A multi-partner solution was created or its status has changed',
		aboutCustomer: false,
		type: 'event',
	}),
	...kapsoKinds,
	otherKind,
];

/** The kinds that may come with a webhook field. */
export function kindsWithField(field: unknown): readonly EventKind[] {
	return kindsByField.get(field) ?? [];
}

const kindsByField = new Map<unknown, EventKind[]>();
for (const each of eventKinds) {
	for (const field of [each.field, ...each.otherFields]) {
		if (field !== undefined) kindsByField.set(field, [...(kindsByField.get(field) ?? []), each]);
	}
}

/** Whether the trigger makes the event of what the memory knows. */
export function isFollowUp({ event }: EventKind): boolean {
	return isFollowUpEvent(event);
}

/** Returns the kinds with these stored values. Unknown values are ignored. */
export function kindsOf(values: readonly string[]): EventKind[] {
	return eventKinds.filter(({ value }) => values.includes(value));
}
