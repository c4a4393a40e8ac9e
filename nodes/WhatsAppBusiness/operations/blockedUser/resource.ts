import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Blocked User',
	description:
		'People who cannot write to you, and whom you cannot write to. Not available with the On-Premises format.',
	defaultOperation: 'block',
};
