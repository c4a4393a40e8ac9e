/** A kind of event a trigger can start on, and where Meta puts it. */
export interface EventKind {
	/** As stored in a workflow: Meta's webhook field, unless one field carries two kinds. */
	value: string;
	/** What the item says in `event`. */
	event: string;
	name: string;
	description: string;
	/** Meta's webhook field. Without one the event does not come by a webhook of the account. */
	field?: string;
	/** Lists in the value of a change that hold one event per entry. Without any the value is the event. */
	lists: readonly string[];
	/** Whether an address of a phone number or of a WhatsApp Business Account gets it, too. */
	overridable: boolean;
	/** Where the kind says what happened, and in words a person reads: paths in the event. */
	type: string;
	text?: string;
}

type Described = Pick<EventKind, 'value' | 'name' | 'description'> & Partial<EventKind>;

const kind = (described: Described): EventKind => ({
	event: described.value,
	field: described.value,
	lists: [],
	overridable: false,
	type: 'type',
	...described,
});

/** Starts on what has no name here: fields Meta adds, and notices that are not about one message. */
export const otherKind = kind({
	value: 'other',
	field: undefined,
	name: 'Any Other Event',
	description:
		'Whatever else Meta sends, as it is: fields that are not in this list, and errors of the account. Subscribe the app to such a field in the Meta app dashboard.',
});

/** Comes to an address of its own, encrypted, and waits for an answer. */
export const flowDataExchange = kind({
	value: 'flowDataExchange',
	event: 'flow_data_exchange',
	field: undefined,
	name: 'Flow Data Exchange',
	description:
		"A Flow with an endpoint asks for the data of its next screen. Enter the trigger's Flow address as the endpoint of the Flow.",
});

/**
 * Every event by name. The fields are those of
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview#fields, the
 * ones an address of a number can get those of
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override#supported-webhook-fields
 */
export const eventKinds: readonly EventKind[] = [
	kind({
		value: 'account_alerts',
		name: 'Account Alert',
		description: 'A messaging limit, a business profile or an Official Business Account needs care',
		type: 'alert_info.alert_type',
		text: 'alert_info.alert_description',
	}),
	kind({
		value: 'account_review_update',
		name: 'Account Review',
		description: 'Meta has reviewed the WhatsApp Business Account',
		type: 'decision',
	}),
	kind({
		value: 'account_settings_update',
		name: 'Account Settings',
		description: 'The settings of a phone number have changed, such as those for calls',
		overridable: true,
	}),
	kind({
		value: 'account_update',
		name: 'Account Update',
		description: 'The account was verified, shared, restricted, banned or deleted',
		type: 'event',
	}),
	otherKind,
	kind({
		value: 'automatic_events',
		name: 'Automatic Event',
		description: 'Meta noticed a lead or a purchase in a chat that began with an ad',
		lists: ['automatic_events'],
		type: 'event_name',
	}),
	kind({
		value: 'business_capability_update',
		name: 'Business Capability',
		description: 'How many messages or phone numbers the business may have has changed',
	}),
	kind({
		value: 'smb_message_echoes',
		name: 'Business App Message',
		description: 'You wrote to a customer in the WhatsApp Business app or on a linked device',
		lists: ['message_echoes', 'messages'],
		overridable: true,
	}),
	kind({
		value: 'history',
		name: 'Business App History',
		description: 'Earlier chats of the WhatsApp Business app, one event per message',
		lists: ['history', 'messages'],
		overridable: true,
	}),
	kind({
		value: 'smb_app_state_sync',
		name: 'Business App Contact',
		description: 'A contact was added or removed in the WhatsApp Business app',
		lists: ['state_sync'],
		overridable: true,
		type: 'action',
	}),
	kind({
		value: 'calls',
		name: 'Call',
		description: 'A call comes in, rings, is accepted or ends',
		lists: ['calls', 'statuses'],
		overridable: true,
		type: 'event',
	}),
	kind({
		value: 'consumer_profile',
		name: 'Customer Profile',
		description: 'The profile of a customer has changed',
		overridable: true,
	}),
	flowDataExchange,
	kind({
		value: 'flows',
		name: 'Flow Status',
		description: 'A Flow was published or blocked, or its endpoint is slow or failing',
		type: 'event',
		text: 'message',
	}),
	kind({
		value: 'group_lifecycle_update',
		name: 'Group Lifecycle',
		description: 'A group was created or deleted',
		lists: ['groups'],
		overridable: true,
	}),
	kind({
		value: 'group_participants_update',
		name: 'Group Participants',
		description: 'Somebody asked to join, joined or left a group',
		lists: ['groups'],
		overridable: true,
	}),
	kind({
		value: 'group_settings_update',
		name: 'Group Settings',
		description: 'The subject, description or picture of a group has changed',
		lists: ['groups'],
		overridable: true,
	}),
	kind({
		value: 'group_status_update',
		name: 'Group Status',
		description: 'A group was suspended, or is no longer suspended',
		lists: ['groups'],
		overridable: true,
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
		description: 'What is written in a chat that another app or agent is in charge of',
	}),
	kind({
		value: 'message_echoes',
		name: 'Message Echo',
		description: 'A message was sent to a customer through the API, by any app',
		lists: ['message_echoes', 'messages'],
		overridable: true,
	}),
	kind({
		value: 'statuses',
		event: 'status',
		field: 'messages',
		name: 'Message Status',
		description:
			'A message you sent is sent, delivered, read, played or failed. Several come for each message.',
		lists: ['statuses'],
		overridable: true,
		type: 'status',
	}),
	kind({
		value: 'messages',
		event: 'message',
		name: 'Message',
		description: 'A customer writes, sends a file, taps a button or reacts',
		lists: ['messages'],
		overridable: true,
	}),
	kind({
		value: 'partner_solutions',
		name: 'Partner Solution',
		description: 'A multi-partner solution was created or its status has changed',
		type: 'event',
	}),
	kind({
		value: 'payment_configuration_update',
		name: 'Payment Configuration',
		description: 'A payment configuration was connected, disconnected or activated',
		type: 'status',
	}),
	kind({
		value: 'phone_number_name_update',
		name: 'Phone Number Name',
		description: 'Meta has decided on the display name of a phone number',
		type: 'decision',
	}),
	kind({
		value: 'phone_number_quality_update',
		name: 'Phone Number Quality',
		description: 'The throughput or messaging limit of a phone number has changed',
		type: 'event',
	}),
	kind({
		value: 'security',
		name: 'Security',
		description: 'The two-step verification PIN of a phone number was changed or is being reset',
		type: 'event',
	}),
	kind({
		value: 'template_category_update',
		name: 'Template Category',
		description: 'The category of a template has changed or is about to',
		type: 'new_category',
	}),
	kind({
		value: 'message_template_components_update',
		name: 'Template Components',
		description: 'A template was edited',
	}),
	kind({
		value: 'message_template_quality_update',
		name: 'Template Quality',
		description: 'The quality score of a template has changed',
		type: 'new_quality_score',
	}),
	kind({
		value: 'message_template_status_update',
		name: 'Template Status',
		description: 'A template was approved, rejected, paused or disabled',
		type: 'event',
	}),
	kind({
		value: 'tracking_events',
		name: 'Tracking Event',
		description: 'A customer acted on a marketing message or its link',
	}),
	kind({
		value: 'user_preferences',
		name: 'User Preferences',
		description: 'A customer stopped or resumed marketing messages',
		lists: ['user_preferences'],
		type: 'value',
		text: 'detail',
	}),
].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** The kinds with these stored values; what is not known any more is left out. */
export function kindsOf(values: readonly string[]): EventKind[] {
	return eventKinds.filter(({ value }) => values.includes(value));
}
