import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Conversation',
	description:
		'What the nodes remember of a chat: its customer service window, a pause, and whether the customer has opted out',
	defaultOperation: 'getState',
};
