import { path } from '../../../graphApi/path';
import { onPlatform } from '../../fields/kapsoPlatform';
import { simplifyField } from '../../fields/list';
import { messageIdField, readMessageId } from '../../fields/messageId';
import type { Operation } from '../../operation';
import { messageOutput } from './messageOutput';

/** https://docs.kapso.ai/api/platform/v1/messages/get-message */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a Kapso message',
	description:
		'Get a sent or received message, with its status. It has the same fields as the items of the trigger.',
	fields: [messageIdField, simplifyField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/messages/${readMessageId(parameters)}`,
		...onPlatform,
	}),
	output: (message, parameters) => messageOutput(message, parameters),
};
