import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Blocked User',
	description: 'People who can not write to you, and whom you can not write to',
	defaultOperation: 'block',
};
