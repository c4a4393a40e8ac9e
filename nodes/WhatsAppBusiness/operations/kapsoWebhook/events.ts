import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Parameters } from '../../parameters/parameters';
import { isOfProject } from './scope';

/** What happens to a number. */
export const numberEvents: INodePropertyOptions[] = [
	{ name: 'Contact Identity Changed', value: 'whatsapp.contact.identity_changed' },
	{ name: 'Conversation Created', value: 'whatsapp.conversation.created' },
	{ name: 'Conversation Ended', value: 'whatsapp.conversation.ended' },
	{ name: 'Conversation Inactive', value: 'whatsapp.conversation.inactive' },
	{ name: 'Message Delivered', value: 'whatsapp.message.delivered' },
	{ name: 'Message Failed', value: 'whatsapp.message.failed' },
	{ name: 'Message Read', value: 'whatsapp.message.read' },
	{ name: 'Message Received', value: 'whatsapp.message.received' },
	{ name: 'Message Sent', value: 'whatsapp.message.sent' },
];

/** Its events. https://docs.kapso.ai/docs/platform/webhooks/message-events */
export const numberEventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: numberEvents,
	default: ['whatsapp.message.received'],
	description: 'What Kapso reports; choose at least one',
};

/** What happens in the project. */
export const projectEvents: INodePropertyOptions[] = [
	{ name: 'Phone Number Created', value: 'whatsapp.phone_number.created' },
	{ name: 'Phone Number Deleted', value: 'whatsapp.phone_number.deleted' },
	{ name: 'Project Event', value: 'project.event' },
	{ name: 'WhatsApp Configuration Created', value: 'whatsapp.config.created' },
	{ name: 'Workflow Execution Failed', value: 'workflow.execution.failed' },
	{ name: 'Workflow Execution Handed Off', value: 'workflow.execution.handoff' },
];

/** Its events. https://docs.kapso.ai/docs/platform/webhooks/project-webhooks */
export const projectEventsField: INodeProperties = {
	displayName: 'Project Events',
	name: 'projectEvents',
	type: 'multiOptions',
	options: projectEvents,
	default: ['whatsapp.phone_number.created'],
	description: 'What Kapso reports; choose at least one',
};

/**
 * The events that the scope has.
 * @param scoped the parameters with the scope.
 * @throws InputError for an unknown event, or if none is chosen.
 */
export function readEvents(given: Parameters, scoped: Parameters): string[] {
	const { name } = isOfProject(scoped) ? projectEventsField : numberEventsField;
	const events = given.choices(name);
	if (events.length === 0) throw given.error(name, 'is empty', 'Choose at least one.');
	return events;
}
