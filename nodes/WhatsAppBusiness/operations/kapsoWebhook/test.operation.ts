import { path } from '../../../graphApi/path';
import { kapsoMessageReceived } from '../../../shared/events/kapsoEvents';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { numberEvents, projectEvents } from './events';
import { isOfProject, ofNumber, ofProject, scopeFields, webhookField } from './scope';

/** https://docs.kapso.ai/api/platform/v1/webhooks/test-webhook */
export const operation: Operation = {
	displayName: 'Test',
	action: 'Test a Kapso webhook',
	description: 'Let Kapso send a made-up event to the URL of a webhook',
	fields: [
		...scopeFields,
		webhookField,
		{
			displayName: 'Event',
			name: 'event',
			type: 'options',
			options: numberEvents,
			default: kapsoMessageReceived,
			description: 'What Kapso reports',
			displayOptions: ofNumber,
		},
		{
			displayName: 'Project Event',
			name: 'projectEvent',
			type: 'options',
			options: projectEvents,
			default: 'whatsapp.phone_number.created',
			description: 'What Kapso reports',
			displayOptions: ofProject,
		},
	],
	request(parameters) {
		const event = parameters.choice(isOfProject(parameters) ? 'projectEvent' : 'event');
		return {
			method: 'POST',
			path: path`/whatsapp/webhooks/${readUuid(parameters, webhookField)}/test`,
			...onPlatform,
			query: { event_type: event },
		};
	},
};
