import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Commerce',
	description:
		'The catalog, its products and the cart of a number. Not available with 360dialog or the On-Premises format.',
	defaultOperation: 'getSettings',
};
