import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Message',
	description: 'Send messages of every kind, mark them as read',
	defaultOperation: 'sendText',
};
