import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Group',
	description:
		'Create groups, invite people to them, decide who may join. Not available with Kapso.',
	defaultOperation: 'create',
};
