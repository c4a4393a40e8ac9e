import { path } from '../../../graphApi/path';
import { kapsoConversationField, readUuid } from '../../fields/kapsoIds';
import { numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';

/** https://docs.kapso.ai/api/platform/v1/conversations/list-conversation-assignments */
export const operation: Operation = {
	displayName: 'Get Assignments',
	action: 'Get the assignments of a Kapso conversation',
	description: 'Get who looks after a conversation, and who did before',
	fields: [kapsoConversationField, ...listFields, simplifyField],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/conversations/${readUuid(parameters, kapsoConversationField)}/assignments`,
		...onPlatform,
		query: numberedPages(parameters),
	}),
	output: simplifiedTo(['id', 'user_id', 'notes', 'active', 'created_at']),
};
