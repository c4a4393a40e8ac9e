import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Phone Number',
	description: 'Look at your numbers, register and verify them, change their settings',
	defaultOperation: 'get',
};
