import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { kapsoEvents, kapsoMessageReceived } from '../../../shared/events/kapsoEvents';
import type { KapsoEvent } from '../../../shared/events/kapsoEvents';
import type { Parameters } from '../../parameters/parameters';
import { isOfProject } from './scope';

/** What happens to a number. */
export const numberEvents = choices((event) => !event.ofProject);

/** Its events. https://docs.kapso.ai/docs/platform/webhooks/message-events */
export const numberEventsField: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: numberEvents,
	default: [kapsoMessageReceived],
	description: 'What Kapso reports; choose at least one',
};

/** What happens in the project. */
export const projectEvents = choices((event) => event.ofProject);

/** Its events. https://docs.kapso.ai/docs/platform/webhooks/project-webhooks */
export const projectEventsField: INodeProperties = {
	displayName: 'Project Events',
	name: 'projectEvents',
	type: 'multiOptions',
	options: projectEvents,
	default: ['whatsapp.phone_number.created'],
	description: 'What Kapso reports; choose at least one',
};

function choices(isOne: (event: KapsoEvent) => boolean): INodePropertyOptions[] {
	return kapsoEvents
		.filter(isOne)
		.map(({ name, value }) => ({ name, value }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

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
