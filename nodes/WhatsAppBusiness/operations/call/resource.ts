import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Call',
	description:
		'Ask who may be called, and handle calls through a voice service. Not available with the On-Premises format.',
	defaultOperation: 'getPermissions',
	page: 'calls',
};
