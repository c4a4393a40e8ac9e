import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Template Group',
	description: 'Put templates into groups, to follow their figures together. Only with Meta.',
	defaultOperation: 'getMany',
};
