import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Raw API',
	description: 'Call any endpoint of the Graph API that has no operation here',
	defaultOperation: 'get',
};
