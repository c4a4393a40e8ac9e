import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { broadcastField, lookFirst, refusedAs } from './broadcastField';

/** https://docs.kapso.ai/api/platform/v1/broadcasts/cancel-scheduled-broadcast */
export const operation: Operation = {
	displayName: 'Cancel',
	action: 'Cancel a scheduled Kapso broadcast',
	description:
		'Make a scheduled broadcast a draft again. One that is already being sent cannot be canceled.',
	ifUnknown: lookFirst,
	fields: [broadcastField],
	request: (parameters) => ({
		method: 'POST',
		path: path`/whatsapp/broadcasts/${readUuid(parameters, broadcastField)}/cancel`,
		...onPlatform,
	}),
	recover: refusedAs(
		'Kapso did not cancel the broadcast.',
		'Only a scheduled broadcast can be canceled. One that is being sent continues.',
	),
};
