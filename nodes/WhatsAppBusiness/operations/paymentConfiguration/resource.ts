import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Payment Configuration',
	description:
		'How people in India pay an order: through a payment gateway or to a UPI handle. Not available with 360dialog, Kapso or the On-Premises format.',
	defaultOperation: 'getMany',
};
