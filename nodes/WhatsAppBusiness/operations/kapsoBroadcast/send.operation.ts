import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { broadcastField, lookFirst, refusedAs } from './broadcastField';

/** https://docs.kapso.ai/api/platform/v1/broadcasts/send-broadcast */
export const operation: Operation = {
	displayName: 'Send',
	action: 'Send a Kapso broadcast',
	description:
		"Start sending to all recipients now. Kapso sends in the background: check the status with 'Get'.",
	ifUnknown: lookFirst,
	fields: [broadcastField],
	request: (parameters) => ({
		method: 'POST',
		path: path`/whatsapp/broadcasts/${readUuid(parameters, broadcastField)}/send`,
		...onPlatform,
	}),
	recover: refusedAs(
		'Kapso did not start the broadcast.',
		'It must have recipients, and be a draft or scheduled. To send it again, create another one.',
	),
};
