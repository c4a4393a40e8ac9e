import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Phone Number',
	description: 'View, register and verify your numbers, and change their settings',
	defaultOperation: 'get',
};
