import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Call',
	description:
		'Ask who may be called, start, take, reject and end calls. The voice itself goes through a voice service. Not available with the On-Premises format.',
	defaultOperation: 'getPermissions',
	page: 'calls',
};
