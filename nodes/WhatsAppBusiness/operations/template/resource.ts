import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Template',
	description: 'Create, change and delete templates, and follow their review',
	defaultOperation: 'getMany',
	page: 'templates',
};
