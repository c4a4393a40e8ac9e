import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Commerce',
	description: 'The catalog and the shopping cart of a number',
	defaultOperation: 'getSettings',
};
