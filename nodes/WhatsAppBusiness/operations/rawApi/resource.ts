import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Raw API',
	description: 'Call anything of the Graph API that has no operation of its own',
	defaultOperation: 'get',
};
