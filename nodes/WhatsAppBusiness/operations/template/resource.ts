import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Template',
	description:
		'Create, change and delete templates, and follow their review. Not available with the On-Premises format.',
	defaultOperation: 'getMany',
	page: 'templates',
};
