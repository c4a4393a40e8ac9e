import {
	kapsoConversationInactive,
	kapsoMessageReceived,
} from '../../graphApi/hosts/kapso/eventNames';

export { kapsoConversationInactive, kapsoMessageReceived };

/** What Kapso itself reports, beside what Meta does. */
export interface KapsoEvent {
	/** Kapso's name of it. */
	value: string;
	name: string;
	description: string;
	/** Whether a webhook of the whole project reports it, for all numbers, or one of a number. */
	ofProject: boolean;
	/** Stored values of the kinds of events as which Meta reports the same. */
	reportedAs: readonly string[];
	/** The only version of the payload with which Kapso reports it. Undefined: any. */
	onlyWith?: string;
	/** Path in Kapso's payload of the item's `type`. Undefined: what happened, as in `value`. */
	type?: string;
	/** Paths in Kapso's payload of the item's `text`: the first that there is. */
	text: readonly string[];
}

type Described = Pick<KapsoEvent, 'value' | 'name' | 'description'> & Partial<KapsoEvent>;

const ofNumber = (described: Described): KapsoEvent => ({
	ofProject: false,
	reportedAs: [],
	text: [],
	...described,
});

const ofProject = (described: Described): KapsoEvent => ofNumber({ ...described, ofProject: true });

/**
 * Those of a number, then those of the project, as the trigger lists them.
 * - https://docs.kapso.ai/docs/platform/webhooks/message-events
 * - https://docs.kapso.ai/docs/platform/webhooks/project-webhooks
 */
export const kapsoEvents: readonly KapsoEvent[] = [
	ofNumber({
		value: kapsoMessageReceived,
		name: 'Message Received',
		description: "A customer wrote. Same as 'Message', with Kapso's conversation.",
		reportedAs: ['messages'],
	}),
	ofNumber({
		value: 'whatsapp.message.sent',
		name: 'Message Sent',
		description: "A message was sent from the nodes, Kapso's inbox or the WhatsApp Business app",
		reportedAs: ['statuses', 'smb_message_echoes'],
	}),
	ofNumber({
		value: 'whatsapp.message.delivered',
		name: 'Message Delivered',
		description: 'A message reached the phone of the customer',
		reportedAs: ['statuses'],
	}),
	ofNumber({
		value: 'whatsapp.message.read',
		name: 'Message Read',
		description: 'The customer has read a message',
		reportedAs: ['statuses'],
	}),
	ofNumber({
		value: 'whatsapp.message.failed',
		name: 'Message Failed',
		description: 'A message could not be delivered',
		reportedAs: ['statuses'],
	}),
	ofNumber({
		value: 'whatsapp.conversation.created',
		name: 'Conversation Created',
		description: 'A conversation with a customer began in Kapso',
	}),
	ofNumber({
		value: 'whatsapp.conversation.ended',
		name: 'Conversation Ended',
		description: 'Somebody ended a conversation in Kapso, or nobody wrote for 24 hours',
	}),
	ofNumber({
		value: kapsoConversationInactive,
		name: 'Conversation Inactive',
		description: "Nobody has written for the time in the option 'Kapso Inactive After (Minutes)'",
	}),
	ofNumber({
		value: 'whatsapp.contact.identity_changed',
		name: 'Contact Identity Changed',
		description: 'The number or the user ID of a contact has changed',
	}),
	ofProject({
		value: 'whatsapp.phone_number.created',
		name: 'Phone Number Created',
		description: 'A customer has connected a number to the project',
	}),
	ofProject({
		value: 'whatsapp.phone_number.deleted',
		name: 'Phone Number Deleted',
		description: 'A number is about to be removed from the project',
	}),
	ofProject({
		value: 'whatsapp.config.created',
		name: 'WhatsApp Configuration Created',
		description: 'A customer has connected a number. Only with version 1 of the payload.',
		onlyWith: 'v1',
	}),
	ofProject({
		value: 'workflow.execution.handoff',
		name: 'Workflow Execution Handed Off',
		description: 'A workflow of Kapso hands a conversation over to a person',
		text: ['handoff.reason'],
	}),
	ofProject({
		value: 'workflow.execution.failed',
		name: 'Workflow Execution Failed',
		description: 'A workflow of Kapso has failed',
		text: ['error.message'],
	}),
	ofProject({
		value: 'project.event',
		name: 'Project Event',
		description: 'Your own system has reported an event to Kapso',
		type: 'name',
	}),
];

/** The events that tell what became of a message, as Meta's statuses do. */
export const kapsoStatusEvents: readonly string[] = kapsoEvents
	.filter(({ reportedAs }) => reportedAs.includes('statuses'))
	.map(({ value }) => value);
