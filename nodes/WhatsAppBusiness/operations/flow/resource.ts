import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Flow',
	description: 'Create, publish and manage WhatsApp Flows, the forms inside a chat',
	defaultOperation: 'create',
};
