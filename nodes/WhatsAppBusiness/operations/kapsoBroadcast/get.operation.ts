import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { broadcastField } from './broadcastField';

/** https://docs.kapso.ai/api/platform/v1/broadcasts/get-broadcast */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a Kapso broadcast',
	description:
		'Get the status of a broadcast, and how many messages were sent, delivered, read and replied to',
	fields: [broadcastField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/broadcasts/${readUuid(parameters, broadcastField)}`,
		...onPlatform,
	}),
};
