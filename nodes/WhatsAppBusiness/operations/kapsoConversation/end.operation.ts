import { kapsoConversationField } from '../../fields/kapsoIds';
import type { Operation } from '../../operation';
import { statusRequest } from './conversationStatus';

export const operation: Operation = {
	displayName: 'End',
	action: 'End a Kapso conversation',
	description: 'End a conversation. The next message begins a new one.',
	fields: [kapsoConversationField],
	request: (parameters) => statusRequest(parameters, 'ended'),
};
