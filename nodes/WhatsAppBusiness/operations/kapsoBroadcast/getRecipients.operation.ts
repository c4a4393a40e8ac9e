import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { broadcastField } from './broadcastField';

/** https://docs.kapso.ai/api/platform/v1/broadcasts/list-recipients */
export const operation: Operation = {
	displayName: 'Get Recipients',
	action: 'Get the recipients of a Kapso broadcast',
	description: 'Get the recipients of a broadcast, each with the status of the message',
	fields: [broadcastField, ...listFields, simplifyField],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/broadcasts/${readUuid(parameters, broadcastField)}/recipients`,
		...onPlatform,
		query: numberedPages(parameters),
	}),
	output: simplifiedTo([
		'id',
		'phone_number',
		'status',
		'sent_at',
		'delivered_at',
		'read_at',
		'responded_at',
		'failed_at',
		'error_message',
	]),
};
