import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Template Group',
	description:
		'Put templates into groups, to follow their figures together. Not available with 360dialog, Kapso or the On-Premises format.',
	defaultOperation: 'getMany',
};
