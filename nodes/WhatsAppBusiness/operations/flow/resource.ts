import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Flow',
	description: 'Create, publish and look after WhatsApp Flows, the forms inside a chat',
	defaultOperation: 'create',
};
