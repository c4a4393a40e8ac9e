import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Username',
	description:
		'The name by which people find your business in WhatsApp without knowing its number. Not available with 360dialog, Kapso or the On-Premises format.',
	defaultOperation: 'get',
};
