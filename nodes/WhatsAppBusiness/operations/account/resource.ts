import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Account',
	description: 'Your WhatsApp Business Account, its analytics, and the user of the token',
	defaultOperation: 'get',
};
