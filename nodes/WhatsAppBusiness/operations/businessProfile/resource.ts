import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Business Profile',
	description: 'Read and change what customers see of your business',
	defaultOperation: 'get',
};
