import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { broadcastField, lookFirst, refusedAs } from './broadcastField';

const timeField = 'sendAt';

/** https://docs.kapso.ai/api/platform/v1/broadcasts/schedule-broadcast */
export const operation: Operation = {
	displayName: 'Schedule',
	action: 'Schedule a Kapso broadcast',
	description: 'Set when Kapso starts to send a draft broadcast. It must have recipients.',
	ifUnknown: lookFirst,
	fields: [
		broadcastField,
		{
			displayName: 'Send At',
			name: timeField,
			type: 'dateTime',
			required: true,
			default: '',
			description: 'When to start. It must be in the future.',
		},
	],
	request(parameters) {
		const scheduled_at = parameters.optionalIsoTime(timeField);
		if (scheduled_at === undefined) {
			throw parameters.error(timeField, 'is empty', 'Enter a time in the future.');
		}
		return {
			method: 'POST',
			path: path`/whatsapp/broadcasts/${readUuid(parameters, broadcastField)}/schedule`,
			...onPlatform,
			body: { scheduled_at },
		};
	},
	recover: refusedAs(
		'Kapso did not schedule the broadcast.',
		'It must be a draft with recipients, and the time must be in the future.',
	),
};
