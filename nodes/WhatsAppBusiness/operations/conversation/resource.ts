import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Conversation',
	description:
		'What the nodes remember of a chat: its customer service window, pauses, and whether the customer opted out',
	defaultOperation: 'getState',
};
