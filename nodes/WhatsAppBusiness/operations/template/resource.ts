import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Template',
	description: 'Create templates, follow their review, change and delete them',
	defaultOperation: 'getMany',
};
