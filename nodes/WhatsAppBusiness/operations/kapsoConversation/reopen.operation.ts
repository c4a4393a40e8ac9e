import { kapsoConversationField } from '../../fields/kapsoIds';
import type { Operation } from '../../operation';
import { statusRequest } from './conversationStatus';

export const operation: Operation = {
	displayName: 'Reopen',
	action: 'Reopen a Kapso conversation',
	description: 'Open a conversation again that has ended',
	fields: [kapsoConversationField],
	request: (parameters) => statusRequest(parameters, 'active'),
};
