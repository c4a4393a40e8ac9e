import { path } from '../../../graphApi/path';
import { kapsoConversationField, readUuid } from '../../fields/kapsoIds';
import { onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { conversationKeys } from './conversationKeys';

/** https://docs.kapso.ai/api/platform/v1/conversations/get-conversation */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a Kapso conversation',
	description: 'Get a conversation, without its messages',
	fields: [kapsoConversationField, simplifyField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/conversations/${readUuid(parameters, kapsoConversationField)}`,
		...onPlatform,
	}),
	output: simplifiedTo(conversationKeys),
};
