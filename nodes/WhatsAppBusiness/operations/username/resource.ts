import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Username',
	description:
		'The name by which people find your business in WhatsApp without knowing its number. Only with Meta.',
	defaultOperation: 'get',
};
